/// A query: phrases and filters with AND, OR, NOT and brackets, as users write them.
///
/// `产改 大会` and `产改 AND 大会` ask for both, `产改 OR 工会` for either, `工会 NOT 朝阳区` for the first without the
/// second, as does `工会 -朝阳区`, `产改 NEAR/20 大会` for both with at most 20 characters between. A word is a phrase: 朝阳区总工会 is found where
/// these characters stand one after the other. Quotes (`"…"`, `“…”`) hold spaces and operators; `*` after Latin letters or
/// digits lets them go on. AND binds closer than OR. Filters are those of ``QueryFilter``.
struct SearchQuery: Sendable, Equatable {
  struct Phrase: Sendable, Hashable {
    var text: String
    /// Whether the last word may go on.
    var isPrefix = false
  }

  indirect enum Node: Sendable, Equatable {
    case phrase(Phrase)
    /// All phrases within so many characters.
    case near([Phrase], Int)
    case filter(QueryFilter)
    case all([Node])
    case any([Node])
    case without(Node, Node)
  }

  let text: String
  /// nil for a query without words.
  let root: Node?

  private static let sizeLimit = 10_000

  /// - Throws: ``ArchiveError/query(_:)``.
  init(_ text: String) throws(ArchiveError) {
    self.text = text
    do throws(QueryError) {
      guard text.utf8.count <= Self.sizeLimit else {
        throw QueryError("longer than \(Self.sizeLimit) bytes", 0..<0, in: text)
      }
      var parser = QueryParser(text)
      root = try parser.parse()
    } catch {
      throw .query(error)
    }
  }
}

extension SearchQuery.Node {
  /// The phrases that make an article a hit; those after NOT do not.
  var phrases: [SearchQuery.Phrase] {
    switch self {
    case .phrase(let phrase): [phrase]
    case .near(let phrases, _): phrases
    case .filter: []
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.phrases)
    case .without(let node, _): node.phrases
    }
  }

  /// The filters that make an article a hit.
  var filters: [QueryFilter] {
    switch self {
    case .phrase, .near: []
    case .filter(let filter): [filter]
    case .all(let nodes), .any(let nodes): nodes.flatMap(\.filters)
    case .without(let node, _): node.filters
    }
  }
}
