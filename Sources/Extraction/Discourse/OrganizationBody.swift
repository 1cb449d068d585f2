import Lexicon

/// The nature of a body, as far as posts tell it: a 董事长 is of a firm, a 主教练 of a team. The raw values are those of
/// `roles/post-bodies.tsv` and `roles/organization-bodies.tsv`.
enum OrganizationBody: String {
  case firm, team
  /// Of a body whose kind nothing tells; no table says it.
  case unknown

  /// The natures of the kinds of organizations, from `roles/organization-bodies.tsv`.
  ///
  /// - Parameter names: of the kinds, by their numbers.
  static func byKind(lexicon: Lexicon, names: [String]) -> [OrganizationBody?] {
    var bodies = [OrganizationBody?](repeating: nil, count: names.count)
    guard let rows = lexicon.rows(of: "roles/organization-bodies"), rows.columns.count >= 2 else { return bodies }
    for row in rows.indices {
      if let number = names.firstIndex(of: rows.text(row, 0)) { bodies[number] = Self(rawValue: rows.text(row, 1)) }
    }
    return bodies
  }
}
