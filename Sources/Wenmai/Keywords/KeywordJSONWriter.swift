import Indexing

/// Writes keywords as JSON Lines: an object for an article, or one for all.
enum KeywordJSONWriter {
  static func write(_ listing: KeywordListing, into out: inout [UInt8]) {
    var json = JSONWriter()
    json.beginObject()
    if let id = listing.id {
      json.key("id")
      json.raw(id)
    }
    json.member("title", listing.title)
    if let count = listing.articleCount { json.member("articles", count) }
    json.list("keywords", listing.rows) { row, json in
      json.object { json in
        let keyword = row.keyword
        json.member("text", keyword.text)
        json.member("score", (keyword.score * 10_000).rounded() / 10_000)
        json.member("kind", keyword.kind.rawValue)
        json.member("type", keyword.entityType)
        if !keyword.tag.isEmpty { json.member("pos", keyword.tag) }
        json.member("count", keyword.count)
        if listing.articleCount != nil { json.member("articles", keyword.articleCount) }
        json.list("spans", row.places) { place, json in
          json.object { json in
            json.member("article", place.article)
            json.member("start", place.start)
            json.member("end", place.end)
          }
        }
      }
    }
    json.endObject()
    json.endLine()
    out += json.bytes
  }
}
