package import Indexing

/// Writes what a query found.
package enum SearchWriter {
  /// For people: a line with source, day and headline a hit, the snippet below; then what the hits have in common.
  package static func table(_ result: SearchResult, style: TerminalStyle) -> [UInt8] {
    var lines = ""
    for line in result.explanation { lines += style.paint(line, .faint) + "\n" }
    for hit in result.hits {
      let title = mark(hit.title, hit.titleMatches, style)
      lines +=
        ([hit.source, hit.date].compactMap(\.self).map { style.paint($0, .faint) } + [title])
        .filter { !$0.isEmpty }.joined(separator: "  ") + "\n"
      lines += "  " + mark(hit.snippet.text, hit.snippet.matches, style) + "\n"
    }
    if result.count > result.hits.count {
      lines += style.paint("\(result.hits.count) of \(result.count) articles", .faint) + "\n"
    }
    for (name, counts) in result.facets?.lists ?? [] where !counts.isEmpty {
      let shown = counts.map { "\($0.name) \(style.paint("\($0.count)", .faint))" }.joined(separator: "  ")
      lines += "\(style.paint(name, .bold))  \(shown)\n"
    }
    return Array(lines.utf8)
  }

  /// An object a hit; positions are UTF-8 bytes. Facets and the explanation come last, in objects of their own.
  package static func jsonLines(_ result: SearchResult) -> [UInt8] {
    var json = JSONWriter()
    for hit in result.hits {
      json.object { json in
        json.member("source", hit.source)
        json.member("title", hit.title)
        json.member("date", hit.date)
        json.key("span")
        interval(hit.span.range, &json)
        json.member("score", hit.score)
        json.member("snippet", hit.snippet.text)
        json.list("highlights", hit.snippet.matches) { interval($0, &$1) }
        json.list("matches", hit.matches) { interval($0.range, &$1) }
      }
      json.endLine()
    }
    if let facets = result.facets {
      json.object { json in
        json.key("facets")
        json.object { json in
          json.list("people", facets.people, count)
          json.list("organizations", facets.organizations, count)
          json.list("places", facets.places, count)
          json.list("months", facets.months, count)
        }
        json.member("count", result.count)
      }
      json.endLine()
    }
    if !result.explanation.isEmpty {
      json.object { json in json.list("explanation", result.explanation) { $1.string($0) } }
      json.endLine()
    }
    return json.bytes
  }

  private static func count(_ count: SearchFacets.Count, _ json: inout JSONWriter) {
    json.object { json in
      json.member("name", count.name)
      json.member("count", count.count)
    }
  }

  private static func interval(_ range: Range<Int>, _ json: inout JSONWriter) {
    json.object { json in
      json.member("start", range.lowerBound)
      json.member("end", range.upperBound)
    }
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

extension SearchFacets {
  var lists: [(String, [Count])] {
    [("people", people), ("organizations", organizations), ("places", places), ("months", months)]
  }
}
