extension HTMLReader {
  /// The name of the encoding that a page declares in a `meta` element, as it stands there: `gb2312`, `UTF-8`.
  ///
  /// Looks at the first 4096 bytes; the standard asks for the declaration in the first 1024. Meant for the decoder, before
  /// it is known what the bytes mean: the declaration is ASCII in all encodings but UTF-16.
  public static func declaredEncoding(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(4096)
    var offset = 0
    while let meta = find("<meta", in: head, from: offset) {
      let end = head[meta...].firstIndex(of: 0x3E) ?? head.endIndex
      if let name = charset(in: head[meta..<end]) { return name }
      offset = max(end, meta + 1)
    }
    return nil
  }

  /// `charset="x"` as well as `content="text/html; charset=x"`.
  private static func charset(in tag: ArraySlice<UInt8>) -> String? {
    guard let word = find("charset", in: tag, from: tag.startIndex) else { return nil }
    let rest = tag[(word + 7)...].drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A || $0 == 0x0D }
    guard rest.first == 0x3D else { return nil }
    let value = rest.dropFirst().drop { $0 <= 0x20 || $0 == 0x22 || $0 == 0x27 }
    let name = value.prefix { byte in
      switch byte {
      case 0x2D, 0x2E, 0x30...0x3A, 0x41...0x5A, 0x5F, 0x61...0x7A: true
      default: false
      }
    }
    return name.isEmpty ? nil : String(decoding: name, as: UTF8.self)
  }

  /// The first place of an ASCII word in lower case, whatever the case in `bytes`.
  static func find(_ word: StaticString, in bytes: ArraySlice<UInt8>, from start: Int) -> Int? {
    let needle = Array("\(word)".utf8)
    guard bytes.endIndex - start >= needle.count else { return nil }
    return (start...bytes.endIndex - needle.count).first { offset in
      needle.indices.allSatisfy { index in
        let byte = bytes[offset + index]
        return (0x41...0x5A ~= byte ? byte + 0x20 : byte) == needle[index]
      }
    }
  }
}
