extension LineBatchReader {
  /// A record with the id and name that its results get.
  struct NamedRecord {
    /// A JSON value.
    let id: [UInt8]
    /// For people.
    let name: String
    let text: [UInt8]
    let referenceTime: String?
  }
}

extension LineBatchReader.Batch {
  typealias Outcome = Result<LineBatchReader.NamedRecord, InputProblem>

  /// Reads the lines one after the other; blank ones are left out, broken ones are failures that name the line.
  func forEachRecord(name: String, _ body: (Outcome) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      var start = 0
      var line = firstLine
      while start < bytes.count {
        let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
        let content = UnsafeBufferPointer(rebasing: bytes[start..<end])
        if !content.allSatisfy({ $0 <= 0x20 }) { body(outcome(content, place: "\(name):\(line)")) }
        start = end + 1
        line += 1
      }
    }
  }

  private func outcome(_ line: UnsafeBufferPointer<UInt8>, place: String) -> Outcome {
    do throws(JSONScanner.Failure) {
      let record = try JSONRecord(parsing: line)
      var id = JSONWriter()
      id.string(place)
      let shown = record.id.map { Self.plain($0) } ?? place
      return .success(
        .init(id: record.id ?? id.bytes, name: shown, text: record.text, referenceTime: record.referenceTime))
    } catch {
      return .failure(InputProblem(input: place, reason: "broken JSON: \(error.reason) (byte \(error.offset + 1))"))
    }
  }

  /// An id without its quotation marks and escapes.
  private static func plain(_ json: [UInt8]) -> String {
    json.withUnsafeBufferPointer { bytes in
      var scanner = JSONScanner(bytes)
      return String(decoding: (try? scanner.string()) ?? json, as: UTF8.self)
    }
  }
}
