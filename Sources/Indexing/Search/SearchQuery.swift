/// A query: phrases with AND, OR, NOT and brackets, as users write them.
///
/// `产改 大会` and `产改 AND 大会` ask for both, `产改 OR 工会` for either, `工会 NOT 朝阳区` for the first without the
/// second. A word is a phrase: 朝阳区总工会 is found where these characters stand one after the other. Quotes (`"…"`,
/// `“…”`) hold spaces and operators; `*` after Latin letters or digits lets them go on. AND binds closer than OR.
struct SearchQuery: Sendable, Equatable {
  struct Phrase: Sendable, Equatable {
    var text: String
    /// Whether the last word may go on.
    var isPrefix = false
  }

  indirect enum Node: Sendable, Equatable {
    case phrase(Phrase)
    case all([Node])
    case any([Node])
    case without(Node, Node)
  }

  /// nil for a query without words.
  let root: Node?

  /// Brackets may be this deep, far below what SQLite takes.
  private static let depthLimit = 50
  private static let sizeLimit = 10_000

  /// - Throws: ``ArchiveError/query(_:)``.
  init(_ text: String) throws(ArchiveError) {
    guard text.utf8.count <= Self.sizeLimit else { throw .query("longer than \(Self.sizeLimit) bytes") }
    var parser = Parser(lexemes: Lexeme.read(text))
    root = try parser.parse(depth: 0)
    if parser.position < parser.lexemes.count { throw .query("a closing bracket without an opening one") }
  }

  /// The phrases that make an article a hit; those after NOT do not.
  var phrases: [Phrase] { root.map(Self.phrases) ?? [] }

  private static func phrases(_ node: Node) -> [Phrase] {
    switch node {
    case .phrase(let phrase): [phrase]
    case .all(let nodes), .any(let nodes): nodes.flatMap(phrases)
    case .without(let node, _): phrases(node)
    }
  }

  /// The expression for MATCH, or nil where nothing is left to look for.
  ///
  /// - Parameter isWord: whether the index has anything for a phrase; punctuation alone has not.
  func expression(usesWords: Bool, isWord: (Phrase) -> Bool) -> String? {
    func render(_ node: Node) -> String? {
      switch node {
      case .phrase(let phrase):
        guard isWord(phrase) else { return nil }
        var text = usesWords ? "" : String(Unicode.Scalar(ArchiveTokenizer.charactersOnly))
        // A NUL would end the expression; in a string of FTS5 a quote is written twice.
        for scalar in phrase.text.unicodeScalars where scalar != "\0" {
          text.unicodeScalars.append(scalar)
          if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return "\"\(text)\"" + (phrase.isPrefix ? " *" : "")
      case .all(let nodes): return join(nodes, " AND ")
      case .any(let nodes): return join(nodes, " OR ")
      case .without(let node, let other):
        guard let node = render(node) else { return nil }
        return render(other).map { "(\(node) NOT \($0))" } ?? node
      }
    }
    func join(_ nodes: [Node], _ separator: String) -> String? {
      let parts = nodes.compactMap(render)
      return parts.count < 2 ? parts.first : "(" + parts.joined(separator: separator) + ")"
    }
    return root.flatMap(render)
  }

  private struct Parser {
    let lexemes: [Lexeme]
    var position = 0

    init(lexemes: [Lexeme]) { self.lexemes = lexemes }

    private var next: Lexeme? { position < lexemes.count ? lexemes[position] : nil }

    private mutating func take(_ lexeme: Lexeme) -> Bool {
      guard next == lexeme else { return false }
      position += 1
      return true
    }

    mutating func parse(depth: Int) throws(ArchiveError) -> Node? {
      guard depth < SearchQuery.depthLimit else { throw .query("brackets inside brackets, too many of them") }
      var alternatives: [Node] = []
      repeat {
        if let node = try parseAll(depth) { alternatives.append(node) }
      } while take(.or)
      return alternatives.count < 2 ? alternatives.first : .any(alternatives)
    }

    private mutating func parseAll(_ depth: Int) throws(ArchiveError) -> Node? {
      var nodes: [Node] = []
      var unwanted: [Node] = []
      while let lexeme = next {
        if lexeme == .or || lexeme == .close { break }
        position += 1
        switch lexeme {
        case .and, .or, .close: continue
        case .not:
          guard let node = try parseOne(depth) else { throw .query("nothing after NOT") }
          unwanted.append(node)
        case .open, .phrase:
          position -= 1
          if let node = try parseOne(depth) { nodes.append(node) }
        }
      }
      guard let first = nodes.first else {
        if !unwanted.isEmpty { throw .query("NOT needs something to be taken from") }
        return nil
      }
      return unwanted.reduce(nodes.count == 1 ? first : .all(nodes)) { .without($0, $1) }
    }

    private mutating func parseOne(_ depth: Int) throws(ArchiveError) -> Node? {
      switch next {
      case .phrase(let phrase):
        position += 1
        return .phrase(phrase)
      case .open:
        position += 1
        let node = try parse(depth: depth + 1)
        if !take(.close) { throw .query("a bracket is not closed") }
        return node
      default: return nil
      }
    }
  }
}
