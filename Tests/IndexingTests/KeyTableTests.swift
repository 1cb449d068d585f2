import Indexing
import TestSupport
import Testing

@Suite struct KeyTableTests {
  /// A dictionary of lists of texts is the truth; now and then all is taken out while a key is under way.
  @Test(arguments: 0..<20) func aTableGivesWhatWasPutIn(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    var table = KeyTable()
    var truth: [[String]: Int64] = [:]
    for number in 0..<4000 {
      // Few characters, so that many keys come again, and texts run into each other: 总|工会 and 总工|会.
      let key = (0..<Int.random(in: 1...3, using: &generator)).map { _ in
        let letters = (0..<Int.random(in: 0...3, using: &generator)).compactMap { _ in
          "总工会A".randomElement(using: &generator)
        }
        return String(letters)
      }
      table.beginKey()
      for text in key { table.add(text) }
      #expect(table.find() == truth[key], "seed \(seed), \(key)")
      guard truth[key] == nil else { continue }
      if Int.random(in: 0..<1000, using: &generator) == 0 {
        table.removeAll()
        truth = [:]
      }
      table.insert(Int64(number))
      truth[key] = Int64(number)
      #expect(table.count == truth.count)
    }
  }

  @Test func manyKeysAreKeptApart() {
    var table = KeyTable()
    for number in 0..<10_000 {
      table.beginKey()
      table.add("\(number)")
      #expect(table.find() == nil)
      table.insert(Int64(number))
    }
    for number in 0..<10_000 {
      table.beginKey()
      table.add("\(number)")
      #expect(table.find() == Int64(number))
    }
  }
}
