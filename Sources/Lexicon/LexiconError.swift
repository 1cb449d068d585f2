/// Why a compiled dictionary cannot be used.
public enum LexiconError: Error, Equatable, Sendable {
  /// The file cannot be opened or mapped; `code` is the system's error number.
  case unreadable(path: String, code: Int32)
  /// The file does not begin like a compiled dictionary.
  case notADictionary
  case wrongVersion(found: UInt32, expected: UInt32)
  case truncated(expected: UInt64, found: UInt64)
  case checksumMismatch
  case damagedSection(String)
}

extension LexiconError: CustomStringConvertible {
  public var description: String {
    switch self {
    case .unreadable(let path, let code): "\(path): cannot be read (error \(code))"
    case .notADictionary: "this is not a compiled dictionary; make one with 'wenmai dictionary compile'"
    case .wrongVersion(let found, let expected):
      "the compiled dictionary has format \(found), not \(expected); compile it again with 'wenmai dictionary compile'"
    case .truncated(let expected, let found):
      "the compiled dictionary has \(found) bytes, not \(expected); compile it again with 'wenmai dictionary compile'"
    case .checksumMismatch:
      "the compiled dictionary is damaged (its checksum differs); compile it again with 'wenmai dictionary compile'"
    case .damagedSection(let name):
      "the compiled dictionary is damaged in its part '\(name)'; compile it again with 'wenmai dictionary compile'"
    }
  }
}
