package import Indexing

/// Writes what an archive says of people and organizations over time.
package enum LedgerWriter {
  package static func table(_ ledgers: [Ledger], style: TerminalStyle, width: Int?) -> [UInt8] {
    var out: [UInt8] = []
    for ledger in ledgers {
      if !out.isEmpty { out.append(0x0A) }
      let seen = [ledger.firstSeen, ledger.lastSeen].compactMap(\.self)
      out += style.paint(ledger.name, .bold).utf8
      out += "  \(ledger.articleCount.of("article"))".utf8
      if !seen.isEmpty { out += "  \(seen.joined(separator: "–"))".utf8 }
      let others = ledger.aliases.filter { $0 != ledger.name }
      if !others.isEmpty { out += style.paint("  \(others.joined(separator: ", "))", .faint).utf8 }
      out.append(0x0A)
      var posts = TextTable(["time", "person", "title", "organization", "", "seen", "in"])
      for post in ledger.posts {
        let organization = post.organization ?? post.place ?? ""
        let days = [post.firstSeen, post.lastSeen].compactMap(\.self)
        let seen = days.first == days.last ? days.first ?? "" : days.joined(separator: "–")
        posts.add([
          .init(post.time ?? "", .faint), .init(post.person, .bold), .init(post.title ?? ""), .init(organization),
          .init([post.qualifier, post.event].compactMap(\.self).joined(separator: " "), .faint), .init(seen, .faint),
          .init(post.sources.count == 1 ? post.sources[0] : "\(post.sources.count) articles", .faint),
        ])
      }
      if !posts.isEmpty { posts.write(style: style, width: width, into: &out) }
      if !ledger.companions.isEmpty {
        let shown = ledger.companions.map { "\($0.name) \(style.paint("\($0.count)", .faint))" }
        out += "  with  \(shown.joined(separator: "  "))\n".utf8
      }
    }
    return out
  }

  package static func table(_ entries: [LedgerEntry], style: TerminalStyle, width: Int?) -> [UInt8] {
    var table = TextTable(["name", "type", "articles", "roles", "first", "last"])
    for entry in entries {
      table.add([
        .init(entry.name, .bold), .init(entry.type, .faint), .init("\(entry.articleCount)"),
        .init("\(entry.roleCount)"),
        .init(entry.firstSeen ?? "", .faint), .init(entry.lastSeen ?? "", .faint),
      ])
    }
    var out: [UInt8] = []
    if !table.isEmpty { table.write(style: style, width: width, into: &out) }
    return out
  }

  /// An object a person or organization.
  package static func jsonLines(_ ledgers: [Ledger]) -> [UInt8] {
    var json = JSONWriter()
    for ledger in ledgers {
      json.object { json in
        json.member("name", ledger.name)
        json.member("type", ledger.type)
        json.list("aliases", ledger.aliases) { $1.string($0) }
        json.member("articles", ledger.articleCount)
        json.member("first_seen", ledger.firstSeen)
        json.member("last_seen", ledger.lastSeen)
        json.list("posts", ledger.posts, post)
        json.list("with", ledger.companions) { companion, json in
          json.object { json in
            json.member("name", companion.name)
            json.member("type", companion.type)
            json.member("count", companion.count)
          }
        }
      }
      json.endLine()
    }
    return json.bytes
  }

  package static func jsonLines(_ entries: [LedgerEntry]) -> [UInt8] {
    var json = JSONWriter()
    for entry in entries {
      json.object { json in
        json.member("name", entry.name)
        json.member("type", entry.type)
        json.member("articles", entry.articleCount)
        json.member("roles", entry.roleCount)
        json.member("first_seen", entry.firstSeen)
        json.member("last_seen", entry.lastSeen)
      }
      json.endLine()
    }
    return json.bytes
  }

  private static func post(_ post: Ledger.Post, _ json: inout JSONWriter) {
    json.object { json in
      json.member("person", post.person)
      json.member("title", post.title)
      json.member("organization", post.organization)
      json.member("place", post.place)
      json.member("qualifier", post.qualifier)
      json.member("event", post.event)
      json.member("time", post.time)
      json.member("first_seen", post.firstSeen)
      json.member("last_seen", post.lastSeen)
      json.list("sources", post.sources) { $1.string($0) }
    }
  }
}
