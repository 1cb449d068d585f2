package import Indexing

/// What a query found, as a page of HTML that loads nothing from elsewhere.
package enum SearchPage {
  package static func html(_ result: SearchResult, query: String) -> [UInt8] {
    var out: [UInt8] = []
    out += start.utf8
    HTMLText.append(query, to: &out)
    out += " · \(result.count)</title>\n<style>\n\(style)\n</style></head>\n<body><header><h1>".utf8
    HTMLText.append(query, to: &out)
    out += "</h1><p>\(result.count)</p></header>\n<main>\n".utf8
    for hit in result.hits { append(hit, to: &out) }
    out += "</main>\n".utf8
    if let facets = result.facets { append(facets, to: &out) }
    if !result.explanation.isEmpty {
      out += "<pre>".utf8
      HTMLText.append(result.explanation.joined(separator: "\n"), to: &out)
      out += "</pre>\n".utf8
    }
    out += "</body></html>\n".utf8
    return out
  }

  private static func append(_ hit: SearchHit, to out: inout [UInt8]) {
    out += "<article><p class=\"source\">".utf8
    HTMLText.append([hit.source, hit.date].compactMap(\.self).joined(separator: " · "), to: &out)
    out += "</p>".utf8
    if !hit.title.isEmpty {
      out += "<h2>".utf8
      mark(hit.title, hit.titleMatches, &out)
      out += "</h2>".utf8
    }
    out += "<p>".utf8
    mark(hit.snippet.text, hit.snippet.matches, &out)
    out += "</p></article>\n".utf8
  }

  private static func append(_ facets: SearchFacets, to out: inout [UInt8]) {
    out += "<aside>".utf8
    for (name, counts) in facets.lists where !counts.isEmpty {
      out += "<section><h3>\(name)</h3><ul>".utf8
      for count in counts {
        out += "<li>".utf8
        HTMLText.append(count.name, to: &out)
        out += " <span>\(count.count)</span></li>".utf8
      }
      out += "</ul></section>".utf8
    }
    out += "</aside>\n".utf8
  }

  private static func mark(_ text: String, _ ranges: [Range<Int>], _ out: inout [UInt8]) {
    let bytes = Array(text.utf8)
    var end = 0
    for range in ranges {
      HTMLText.append(bytes[end..<range.lowerBound], to: &out)
      out += "<mark>".utf8
      HTMLText.append(bytes[range], to: &out)
      out += "</mark>".utf8
      end = range.upperBound
    }
    HTMLText.append(bytes[end...], to: &out)
  }

  private static let start = """
    <!doctype html>
    <html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
    <title>
    """

  private static let style = """
    :root { color-scheme: light dark; --ink: #1d1c1a; --soft: #77736b; --paper: #fbfaf7; --line: #e5e1d8; --mark: #ffe9a8; }
    @media (prefers-color-scheme: dark) { :root { --ink: #e9e6df; --soft: #98938a; --paper: #171614; --line: #35332e;
      --mark: #6b5310; } }
    body { margin: 0 auto; max-width: 46rem; padding: 1.5rem; background: var(--paper); color: var(--ink);
      font: 16px/1.8 "Noto Serif CJK SC", "Source Han Serif SC", "Songti SC", SimSun, serif; }
    header { display: flex; gap: 1rem; align-items: baseline; border-bottom: 1px solid var(--line); }
    h1 { font-size: 1.3rem; margin: 0; overflow-wrap: anywhere; } h2 { font-size: 1.1rem; margin: .1rem 0; }
    header p, .source, aside, pre { color: var(--soft); font: .8rem/1.6 system-ui, "Noto Sans CJK SC", sans-serif; }
    article { padding: .8rem 0; border-bottom: 1px solid var(--line); } article p { margin: 0; overflow-wrap: anywhere; }
    mark { background: var(--mark); color: inherit; border-radius: .15em; }
    aside { display: flex; flex-wrap: wrap; gap: 1rem 3rem; } aside ul { list-style: none; padding: 0; margin: 0; }
    aside span { opacity: .7; } pre { white-space: pre-wrap; }
    """
}
