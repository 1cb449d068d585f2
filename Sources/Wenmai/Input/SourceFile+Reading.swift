extension SourceFile {
  /// Reads a file; its error says what the system says, in one line.
  package init(reading path: String) throws(InputProblem) {
    let file = try InputFile(.file(path))
    var bytes: [UInt8] = []
    let step = 1 << 20
    while true {
      let before = bytes.count
      try file.read(step, into: &bytes)
      if bytes.count - before < step { break }
    }
    self.init(name: path, bytes: bytes)
  }
}
