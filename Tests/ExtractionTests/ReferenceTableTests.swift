import TestSupport
import Testing
import Wenmai

/// What names refer to, in documents of several sentences.
@Suite struct ReferenceTableTests {
  struct Case: Decodable, Sendable {
    let input: String
    let expected: [String]
    /// Why it fails today; the test fails as soon as it passes.
    let known: String?
  }

  /// `text=canonical` of each entity that is no place and stands for another name.
  @Test(arguments: cases("extraction/aliases", as: Case.self))
  func aliases(_ c: Case) {
    expect(c) { entities in
      entities.filter { $0.category != .place }.compactMap { entity in
        entity.canonical.map { "\(entity.text)=\($0)" }
      }
    }
  }

  /// `text=code parents` of each place, its level instead of a code that it does not have; `?` where it is open.
  @Test(arguments: cases("extraction/place-resolution", as: Case.self))
  func places(_ c: Case) {
    expect(c) { entities in
      entities.filter { $0.category == .place }.map { entity in
        if let place = entity.place {
          return "\(entity.text)=" + ([place.code ?? place.level.rawValue] + place.parents).joined(separator: " ")
        }
        return entity.references.isEmpty ? entity.text : "\(entity.text)=?"
      }
    }
  }

  private func expect(_ c: Case, _ describe: ([Entity]) -> [String]) {
    let found = describe(SharedAnalyzer.standard.analyze(c.input).entities)
    guard let reason = c.known else {
      #expect(found == c.expected)
      return
    }
    withKnownIssue("\(reason)") { #expect(found == c.expected) }
  }

  @Test func openPlacesTellAllTheirReadings() throws {
    let analysis = SharedAnalyzer.standard.analyze("记者走进鼓楼区的老街。")
    let place = try #require(analysis.entities.first { $0.category == .place })
    #expect(place.place == nil)
    #expect(place.canonical == nil)
    #expect(Set(place.references.compactMap(\.code)) == ["320106", "320302", "350102", "410204"])
    #expect(place.references.allSatisfy { $0.source == .division && $0.confidence < 0.5 })
  }

  @Test func evidenceIsTheFullName() throws {
    let text = "云岭大学（以下简称“云大”）今年扩招。云大校长马骏介绍了方案。"
    let short = try #require(SharedAnalyzer.standard.analyze(text).entities.first { $0.text == "云大" })
    let reference = try #require(short.references.first)
    #expect(reference.source == .definition)
    let span = try #require(reference.evidence)
    #expect(String(decoding: Array(text.utf8)[span.range], as: UTF8.self) == "云岭大学")
  }

  @Test func rolesCarryTheCanonicalName() throws {
    let analysis = SharedAnalyzer.standard.analyze("北京市总工会昨天召开会议。市总工会主席周敏讲话。")
    let role = try #require(analysis.roles.first)
    #expect(role.organization?.canonical == "北京市总工会")
  }
}
