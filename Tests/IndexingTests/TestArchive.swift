import DictionaryCompiler
import Extraction
import Foundation
import Indexing
import Lexicon
import Text

/// A lexicon of a few words over the library's own character tables.
func makeLexicon(_ words: [(word: String, count: Int, tag: String)]) -> Lexicon {
  let dictionaries = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Dictionaries")
  var files: [String: [UInt8]] = [:]
  for name in [
    "characters/classes.tsv", "characters/traditional-simplified.tsv", "characters/fold.tsv",
    "characters/keep-traditional.tsv", "lexicon/tags.tsv", "stopwords.tsv", "segmentation/numerals.tsv",
    "keywords/parts-of-speech.tsv", "keywords/name-types.tsv",
  ] {
    files[name] = (try? Data(contentsOf: dictionaries.appending(path: name))).map { Array($0) }
  }
  let lines = words.map { "\($0.word)\t\($0.count)\t\($0.tag)" }.sorted {
    Array($0.utf8).lexicographicallyPrecedes(Array($1.utf8))
  }
  let header = """
    # concern:  a few words for tests
    # source:   written for the tests
    # licence:  Apache-2.0; changes: none
    # columns:  word\tcount:int\ttag:tag

    """
  files["lexicon/words.tsv"] = Array((header + lines.joined(separator: "\n") + "\n").utf8)
  do {
    let compiled = try DictionaryCompiler.compile(try DictionarySources(files: files))
    return try Lexicon(compiled: LexiconStorage(copying: compiled.bytes))
  } catch {
    fatalError("the lexicon of the tests does not compile: \(error)")
  }
}

let testLexicon = makeLexicon([
  ("处理", 800, "v"), ("待", 500, "v"), ("总工会", 60, "n"), ("工会", 300, "n"), ("朝阳区", 40, "ns"), ("朝阳", 50, "ns"),
  ("市总工会", 10, "n"), ("技能", 200, "n"), ("人才", 400, "n"), ("技能人才", 20, "n"), ("培训", 300, "vn"),
  ("改革", 900, "vn"), ("产业", 500, "n"), ("工人", 400, "n"), ("大会", 500, "n"), ("召开", 600, "v"), ("举行", 700, "v"),
  ("污水", 60, "n"), ("河道", 50, "n"), ("治理", 200, "vn"), ("今年", 900, "t"), ("全国", 900, "n"), ("人大", 90, "j"),
  ("全国人大", 20, "nt"), ("国人", 20, "n"), ("表示", 900, "v"), ("记者", 900, "n"), ("进行", 990, "v"), ("我们", 990, "r"),
  ("的", 9000, "u"), ("了", 6000, "u"), ("在", 6000, "p"), ("北京市", 80, "ns"),
])

let otherLexicon = makeLexicon([("污水", 60, "n"), ("水处理", 10, "n")])

/// One article a text: the first line is the headline where `hasTitle` says so, every other line a paragraph.
func makeArticle(_ text: String, start: Int = 0, in document: [UInt8]? = nil, hasTitle: Bool = true) -> ArchiveArticle {
  let utf8 = document ?? Array(text.utf8)
  var blocks: [Block] = []
  var offset = start
  for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
    let end = offset + line.utf8.count
    if end > offset {
      let kind: Block.Kind = index == 0 && hasTitle ? .title : .paragraph
      blocks.append(Block(kind: kind, pieces: [Piece(span: Span(lower: offset, upper: end))]))
    }
    offset = end + 1
  }
  let article = Article(blocks: blocks, bylines: [], dateline: nil)
  return ArchiveArticle(article, in: Document(utf8: utf8, articles: [article], format: .plain))
}

/// An article with what was found in it, as a line of `facts.jsonl` has it; places in the text are told by the words.
struct FactCase: Decodable, Sendable {
  let name: String, text: String, date: String?
  /// Type, words of the text, full name.
  let entities: [[String]]
  /// Person, title, organization, event.
  let roles: [[String?]]
  let speakers: [String]
  let measurements: [Measurement]
  /// Words of the text, from, to.
  let times: [[String]]?

  struct Measurement: Decodable, Sendable {
    let text: String, value: Double, unit: String, subject: String?

    init(from decoder: any Decoder) throws {
      var row = try decoder.unkeyedContainer()
      text = try row.decode(String.self)
      value = try row.decode(Double.self)
      unit = try row.decode(String.self)
      subject = try row.decodeIfPresent(String.self)
    }
  }

  private func span(_ words: String) -> Span {
    let range = text.range(of: words) ?? text.startIndex..<text.startIndex
    let lower = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    return Span(lower: lower, upper: lower + words.utf8.count)
  }

  private func entity(_ row: [String]) -> Entity {
    Entity(
      category: .init(rawValue: row[0]), span: span(row[1]), text: row[1], canonical: row[2] == row[1] ? nil : row[2],
      kind: nil, score: 1, rule: RuleReference(name: "test", file: "", line: 0), nested: [])
  }

  var article: ArchiveArticle {
    var article = makeArticle(text)
    article.date = date
    var facts = ArchiveFacts()
    facts.entities = entities.map(entity)
    func named(_ name: String?) -> Entity? { facts.entities.first { $0.text == name } }
    facts.roles = roles.compactMap { row in
      named(row[0]).map {
        Role(
          person: $0, title: named(row[1]), organization: named(row[2]), event: row[3].flatMap(Role.Event.init),
          span: $0.span, sentence: $0.span, construction: "test")
      }
    }
    facts.statements = speakers.map {
      Statement(
        speaker: named($0), speakerText: $0, speakerSpan: nil, verb: nil, verbText: "说", kind: .say, isQuoted: false,
        span: span($0), content: span($0))
    }
    facts.measurements = measurements.map {
      var measurement = ArchiveFacts.Measurement(kind: "measure", text: $0.text, span: span($0.text))
      measurement.value = $0.value
      measurement.unit = $0.unit
      measurement.subject = $0.subject
      return measurement
    }
    facts.times = (times ?? []).map { .init(kind: "date", text: $0[0], span: span($0[0]), from: $0[1], to: $0[2]) }
    article.facts = facts
    return article
  }
}

/// A folder that goes away with the value.
final class TemporaryFolder {
  let url = FileManager.default.temporaryDirectory.appending(path: "wenmai-" + UUID().uuidString)

  init() throws { try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true) }
  deinit { try? FileManager.default.removeItem(at: url) }

  func path(_ name: String) -> String { url.appending(path: name).path }
}
