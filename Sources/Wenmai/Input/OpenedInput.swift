import Text

/// An input with its first kilobytes read, by which its format and encoding are told.
struct OpenedInput {
  let file: InputFile
  let head: [UInt8]
  let format: InputFormat
  let encoding: TextEncoding

  /// Enough to tell encodings apart.
  static let headSize = 65_536

  init(_ source: InputSource, options: InputOptions) throws(InputProblem) {
    file = try InputFile(source)
    var head: [UInt8] = []
    try file.read(Self.headSize, into: &head)
    self.head = head
    encoding = options.encoding ?? TextDecoder.detect(head)
    if let format = options.format {
      self.format = format
    } else {
      let start = TextDecoder.decode(Array(head.prefix(8192)), as: encoding)
      format = InputFormat(fileName: source.name) ?? InputFormat.detect(start.utf8)
    }
  }

  /// All of it, decoded: for formats that cannot be read in parts.
  func readAll() throws(InputProblem) -> (text: DecodedText, count: Int) {
    var bytes = head
    while true {
      let before = bytes.count
      try file.read(1 << 20, into: &bytes)
      if bytes.count - before < 1 << 20 { break }
    }
    let count = bytes.count
    return (TextDecoder.decode(bytes, as: encoding), count)
  }
}
