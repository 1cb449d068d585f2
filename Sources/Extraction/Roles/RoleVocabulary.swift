import Lexicon

/// The words that join people and posts, from `roles/*.tsv` and `titles/prefixes.tsv`.
struct RoleVocabulary: Sendable {
  let asLead: ClassID?
  let fromLead: ClassID?
  private let ownOrganization: ClassID?
  private let qualifiers: [(ClassID, Role.Qualifier)]
  private let verbs: [(ClassID, Role.Qualifier?)]

  init(lexicon: Lexicon) {
    asLead = lexicon.classID(named: "ROLE-LEAD.as")
    fromLead = lexicon.classID(named: "ROLE-LEAD.from")
    ownOrganization = lexicon.classID(named: "TITLE-SELF")
    qualifiers = Role.Qualifier.allCases.compactMap { qualifier in
      lexicon.classID(named: "TITLE-PREFIX.\(qualifier.rawValue)").map { ($0, qualifier) }
    }
    let events: [(String, Role.Qualifier?)] = [
      ("holds", nil), ("appointed", nil), ("elected", nil), ("also", .concurrent), ("left", .former),
    ]
    verbs = events.compactMap { event, qualifier in
      lexicon.classID(named: "ROLE-VERB.\(event)").map { ($0, qualifier) }
    }
  }

  /// What a word before a post says about it.
  func qualifier(of classes: ClassSet) -> Role.Qualifier? {
    qualifiers.first { classes.contains($0.0) }?.1
  }

  /// Whether a title names its own level (副省长) or belongs to nobody (教授): it takes no organization from a title
  /// before it.
  func hasOwnOrganization(_ title: Range<Int>, in input: RuleInput) -> Bool {
    guard let ownOrganization else { return false }
    return title.contains { start in
      input.edges(at: start).contains { Int($0.end) == title.upperBound && $0.classes.contains(ownOrganization) }
    }
  }

  /// The qualifier that the verb between a name and a post brings; nil if no such verb ends the gap.
  ///
  /// Between the name and the verb may stand a few words, but no other mark than a comma.
  func verb(in gap: Range<Int>, of input: RuleInput) -> Role.Qualifier?? {
    guard !gap.isEmpty, gap.count <= 12 else { return nil }
    for start in gap {
      for edge in input.edges(at: start) where Int(edge.end) <= gap.upperBound {
        for (id, qualifier) in verbs where edge.classes.contains(id) {
          let rest = input.scalars[Int(edge.end)..<gap.upperBound]
          let before = input.scalars[gap.lowerBound..<start]
          if rest.allSatisfy(Self.mayFollowVerb), before.allSatisfy(Self.mayPrecedeVerb) { return .some(qualifier) }
        }
      }
    }
    return nil
  }

  /// 了, 过, 为, 着 and the like: particles between the verb and the post.
  private static func mayFollowVerb(_ scalar: UInt32) -> Bool {
    "了过为着该任".unicodeScalars.contains { $0.value == scalar }
  }
  private static func mayPrecedeVerb(_ scalar: UInt32) -> Bool {
    !"。；！？“”《》".unicodeScalars.contains { $0.value == scalar }
  }
}
