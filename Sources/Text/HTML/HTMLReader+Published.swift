extension HTMLReader {
  /// The time of publication that the head of a page declares, as it stands there: `2024-04-30T08:30:00+08:00`.
  ///
  /// Reads `meta` elements (`article:published_time`, `publishdate`, `pubdate`, `dc.date` …) of the first 64 KiB up to the
  /// body.
  ///
  /// - Complexity: O(n) in what it looks at.
  public static func publishedTime(in bytes: [UInt8]) -> String? {
    let head = bytes.prefix(65_536)
    let limit = find("<body", in: head, from: 0) ?? head.endIndex
    var offset = 0
    while let meta = find("<meta", in: head[..<limit], from: offset) {
      let end = head[meta..<limit].firstIndex(of: 0x3E) ?? limit
      let tag = head[meta..<end]
      if isPublication(tag), let content = value(of: "content", in: tag), content.first?.isNumber == true {
        return content
      }
      offset = max(end, meta + 5)
    }
    return nil
  }

  private static func isPublication(_ tag: ArraySlice<UInt8>) -> Bool {
    guard let name = value(of: "property", in: tag) ?? value(of: "name", in: tag) ?? value(of: "itemprop", in: tag)
    else {
      return false
    }
    switch name.lowercased() {
    case "article:published_time", "og:published_time", "og:release_date", "publishdate", "publish_date", "pubdate",
      "published", "publish-date", "publishtime", "datepublished", "date", "dc.date", "dc.date.issued",
      "dcterms.issued",
      "weibo: article:create_at":
      return true
    default: return false
    }
  }

  /// The value of an attribute in quotation marks.
  private static func value(of name: StaticString, in tag: ArraySlice<UInt8>) -> String? {
    var from = tag.startIndex
    while let found = find(name, in: tag, from: from) {
      let rest = tag[(found + name.utf8CodeUnitCount)...].drop { $0 <= 0x20 }
      from = found + name.utf8CodeUnitCount
      guard found > tag.startIndex, tag[found - 1] <= 0x20, rest.first == 0x3D else { continue }
      let value = rest.dropFirst().drop { $0 <= 0x20 }
      guard let quote = value.first, quote == 0x22 || quote == 0x27 else { continue }
      return String(decoding: value.dropFirst().prefix { $0 != quote }.drop { $0 <= 0x20 }, as: UTF8.self)
    }
    return nil
  }
}
