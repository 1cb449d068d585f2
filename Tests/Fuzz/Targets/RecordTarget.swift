import Wenmai

/// A line of JSON Lines: a record, or a reason why not.
struct RecordTarget: FuzzTarget {
  static let name = "record"

  func run(_ input: [UInt8]) {
    // Lines are decoded before they are read as JSON.
    let line = Array(String(decoding: input, as: UTF8.self).utf8)
    line.withUnsafeBufferPointer { bytes in
      do throws(JSONScanner.Failure) {
        let record = try JSONRecord(parsing: bytes)
        expect(String(validating: record.text, as: UTF8.self) != nil, "the text is UTF-8")
      } catch {
        expect((0...line.count).contains(error.offset), "the fault lies in the line")
      }
    }
  }
}
