import TestSupport
import Testing
import Text
import Wenmai

/// News that others wrote and marked, scored by exact spans: what is found may only become more.
///
/// `companies` and `offices` were read while rules were written; `mixed` was scored before anyone here had read it.
@Suite struct GoldNewsTests {
  /// The least F1 of each kind, in percent: a point below what was measured last.
  struct Floor: Sendable, CustomTestStringConvertible {
    let file: String
    let people: Double
    let organizations: Double
    let titles: Double
    let places: Double
    let roles: Double
    var testDescription: String { file }
  }

  static let floors = [
    Floor(file: "companies", people: 92, organizations: 81, titles: 91.5, places: 87.5, roles: 67.5),
    Floor(file: "mixed", people: 93, organizations: 82.5, titles: 88, places: 81, roles: 73.5),
    Floor(file: "offices", people: 96, organizations: 89.5, titles: 88.5, places: 86.5, roles: 75.5),
  ]

  @Test(arguments: floors) func finds(_ floor: Floor) throws {
    var counts: [String: Count] = [:]
    for item in try GoldNews(floor.file).items {
      let analysis = SharedAnalyzer.standard.analyze(item.text)
      var found: Set<String> = []
      for entity in analysis.entities {
        guard let letter = Self.letter(of: entity.category) else { continue }
        found.insert(GoldNews.mark(letter, entity.span.lower..<entity.span.upper))
      }
      for letter in "POTL" {
        counts[String(letter), default: Count()].add(
          item.entities.filter { $0.first == letter }, found.filter { $0.first == letter })
      }
      let roles = analysis.roles.map {
        GoldNews.role($0.person.text, $0.title?.text ?? "", ($0.organization ?? $0.place)?.text ?? "")
      }
      counts["roles", default: Count()].add(item.roles, Set(roles))
    }
    #expect(counts["P", default: Count()].score >= floor.people)
    #expect(counts["O", default: Count()].score >= floor.organizations)
    #expect(counts["T", default: Count()].score >= floor.titles)
    #expect(counts["L", default: Count()].score >= floor.places)
    #expect(counts["roles", default: Count()].score >= floor.roles)
  }

  private static func letter(of category: Entity.Category) -> Character? {
    switch category {
    case .person: "P"
    case .organization: "O"
    case .title: "T"
    case .place: "L"
    default: nil
    }
  }

  private struct Count {
    var gold = 0
    var found = 0
    var both = 0

    mutating func add(_ gold: Set<String>, _ found: Set<String>) {
      self.gold += gold.count
      self.found += found.count
      both += gold.intersection(found).count
    }

    /// F1 in percent.
    var score: Double { 200 * Double(both) / Double(max(1, gold + found)) }
  }
}
