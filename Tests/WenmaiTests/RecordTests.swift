import TestSupport
import Testing
import Wenmai

/// Lines of JSON Lines: what is read of them, or where they are broken.
@Suite struct RecordTests {
  struct Case: Decodable, Sendable, CustomTestStringConvertible {
    let line: String
    let id: String?
    let text: String?
    /// The byte where the line is broken.
    let offset: Int?
    let note: String?
    var testDescription: String { note ?? line }
  }

  @Test(arguments: cases("cli/records", as: Case.self)) func record(_ row: Case) {
    let line = Array(row.line.utf8)
    line.withUnsafeBufferPointer { bytes in
      do throws(JSONScanner.Failure) {
        let record = try JSONRecord(parsing: bytes)
        #expect(String(decoding: record.text, as: UTF8.self) == row.text)
        #expect(record.id.map { String(decoding: $0, as: UTF8.self) } == row.id)
      } catch {
        #expect(error.offset == row.offset, "\(error.reason)")
      }
    }
  }
}
