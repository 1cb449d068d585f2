import Indexing

/// Writes the keywords of articles instead of what was extracted: a table for people, or JSON Lines.
struct KeywordWriter: ResultWriter {
  let extractor: KeywordExtractor
  let limit: Int
  let isJSON: Bool

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    let keywords = extractor.keywords(
      of: [report.analysis.article], in: report.document, entities: report.analysis.entities, limit: limit)
    if isJSON { writeJSON(keywords, report, into: &out) } else { writeText(keywords, report, into: &out) }
  }

  /// The name of the article, then a keyword a line: score, count, word; tabs between them.
  private func writeText(_ keywords: [Keyword], _ report: ArticleReport, into out: inout [UInt8]) {
    out += "# \(report.name)\(report.analysis.title.map { "  " + $0 } ?? "")\n".utf8
    for keyword in keywords {
      let thousandths = Int((keyword.score * 1000).rounded())
      let digits = String(thousandths % 1000)
      let score = "\(thousandths / 1000).\(String(repeating: "0", count: 3 - digits.count))\(digits)"
      out += "\(score)\t\(keyword.count)\t\(keyword.text)\n".utf8
    }
  }

  private func writeJSON(_ keywords: [Keyword], _ report: ArticleReport, into out: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    json.key("id")
    json.raw(report.id)
    json.key("keywords")
    json.beginArray()
    for keyword in keywords {
      json.beginObject()
      json.key("text")
      json.string(keyword.text)
      json.key("score")
      json.number((keyword.score * 10_000).rounded() / 10_000)
      json.key("count")
      json.number(keyword.count)
      if let type = keyword.entityType {
        json.key("type")
        json.string(type)
      } else if !keyword.tag.isEmpty {
        json.key("pos")
        json.string(keyword.tag)
      }
      json.key("spans")
      json.beginArray()
      for span in keyword.spans {
        json.beginObject()
        json.key("start")
        json.number(report.positions.offset(span.lower))
        json.key("end")
        json.number(report.positions.offset(span.upper))
        json.endObject()
      }
      json.endArray()
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    out += json.bytes
  }
}

extension Analyzer {
  /// A writer of keywords for a batch.
  package func keywordWriter(limit: Int, isJSON: Bool) -> any ResultWriter {
    KeywordWriter(extractor: KeywordExtractor(lexicon: lexicon), limit: limit, isJSON: isJSON)
  }
}
