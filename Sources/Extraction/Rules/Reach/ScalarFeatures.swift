/// The features of each scalar that has any: a table of two steps, so that none is searched for.
struct ScalarFeatures: Sendable {
  /// By the scalar without its lowest byte: the number of its block, 0 if none of the block has features.
  private let blocks: Table<UInt16>
  /// By block and lowest byte: the number of the scalar's list, 0 for none.
  private let numbers: Table<UInt16>
  private let lists: FeatureLists<Int32>

  /// Behind the last scalar.
  private static let limit = 0x110000

  /// - Parameter features: of at most 65,535 scalars; the others have none.
  init(_ features: [UInt32: [Int32]]) {
    var lists: [[Int32]] = [[]]
    var blocks = [UInt16](repeating: 0, count: Self.limit >> 8 + 1)
    var numbers = [UInt16](repeating: 0, count: 256)
    for (scalar, own) in features.sorted(by: { $0.key < $1.key }).prefix(Int(UInt16.max)) where scalar < Self.limit {
      let block = Int(scalar >> 8)
      if blocks[block] == 0 {
        blocks[block] = UInt16(numbers.count >> 8)
        numbers += [UInt16](repeating: 0, count: 256)
      }
      numbers[Int(blocks[block]) << 8 | Int(scalar & 255)] = UInt16(lists.count)
      lists.append(own.sorted())
    }
    self.blocks = Table(blocks)
    self.numbers = Table(numbers)
    self.lists = FeatureLists(lists)
  }

  /// The number of the scalar's list, for ``forEach(of:_:)``; 0 if it has no features.
  @inline(__always) func list(of scalar: UInt32) -> UInt16 {
    let block = Int(blocks[min(Int(scalar >> 8), Self.limit >> 8)])
    return numbers[block << 8 | Int(scalar & 255)]
  }

  /// Calls `body` with each feature of the list.
  @inline(__always) func forEach(of list: UInt16, _ body: (Int32) -> Void) { lists.forEach(of: Int(list), body) }
}
