package import Indexing

/// Writes what a query found.
package enum SearchWriter {
  /// Two lines a hit for people: where it is from and its headline, then the snippet.
  package static func text(_ result: SearchResult, style: TerminalStyle) -> [UInt8] {
    var lines = ""
    for hit in result.hits {
      let title = mark(hit.title, hit.titleMatches, style)
      lines += style.paint(hit.source, .faint) + (title.isEmpty ? "" : "  " + title) + "\n"
      lines += "  " + mark(hit.snippet.text, hit.snippet.matches, style) + "\n"
    }
    if result.count > result.hits.count {
      lines += style.paint("\(result.hits.count) of \(result.count) articles", .faint) + "\n"
    }
    return Array(lines.utf8)
  }

  /// An object a hit; positions are UTF-8 bytes.
  package static func jsonLines(_ result: SearchResult) -> [UInt8] {
    var json = JSONWriter()
    for hit in result.hits {
      json.beginObject()
      json.key("source")
      json.string(hit.source)
      json.key("title")
      json.string(hit.title)
      json.key("span")
      interval(hit.span.range, &json)
      json.key("score")
      json.number(hit.score)
      json.key("snippet")
      json.string(hit.snippet.text)
      json.key("matches")
      json.beginArray()
      for match in hit.matches { interval(match.range, &json) }
      json.endArray()
      json.endObject()
      json.endLine()
    }
    return json.bytes
  }

  private static func interval(_ range: Range<Int>, _ json: inout JSONWriter) {
    json.beginObject()
    json.key("start")
    json.number(range.lowerBound)
    json.key("end")
    json.number(range.upperBound)
    json.endObject()
  }

  private static func mark(_ text: String, _ ranges: [Range<Int>], _ style: TerminalStyle) -> String {
    let bytes = Array(text.utf8)
    var marked = ""
    var end = 0
    for range in ranges {
      marked += String(decoding: bytes[end..<range.lowerBound], as: UTF8.self)
      marked += style.paint(String(decoding: bytes[range], as: UTF8.self), .red)
      end = range.upperBound
    }
    return marked + String(decoding: bytes[end...], as: UTF8.self)
  }
}
