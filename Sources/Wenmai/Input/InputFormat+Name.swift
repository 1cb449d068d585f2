import Text

extension InputFormat {
  /// The format that the ending of a file's name tells, if it tells one.
  init?(fileName: String) {
    guard let dot = fileName.lastIndex(of: ".") else { return nil }
    switch fileName[dot...].lowercased() {
    case ".jsonl", ".ndjson": self = .jsonLines
    case ".html", ".htm", ".xhtml": self = .html
    case ".txt", ".text", ".md": self = .plain
    default: return nil
    }
  }
}
