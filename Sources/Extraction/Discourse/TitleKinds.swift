import Lexicon

/// What the kinds of titles tell about who holds them, from `roles/title-kinds.tsv`, and those of organizations about their
/// posts.
struct TitleKinds: Sendable {
  private struct Kind {
    var ownsLevel = false
    var isForLife = false
  }

  /// By the number of the kind in ``RuleSet/kinds``.
  private let kinds: [Kind]
  private let bodies: [OrganizationBody?]

  /// - Parameter names: of the kinds, by their numbers.
  init(lexicon: Lexicon, names: [String]) {
    var kinds = [Kind](repeating: Kind(), count: names.count)
    if let rows = lexicon.rows(of: "roles/title-kinds"), let own = rows.column("own-level"),
      let life = rows.column("for-life")
    {
      for row in rows.indices {
        guard let number = names.firstIndex(of: rows.text(row, 0)) else { continue }
        kinds[number] = Kind(ownsLevel: rows.integer(row, own) == 1, isForLife: rows.integer(row, life) == 1)
      }
    }
    self.kinds = kinds
    bodies = OrganizationBody.byKind(lexicon: lexicon, names: names)
  }

  /// An entity as far as signs tell of it.
  func named(_ name: NameMention) -> Sign.Named {
    let kind = name.kind < 0 ? Kind() : kinds[Int(name.kind)]
    return Sign.Named(
      kind: Sign.Kind(ofType: name.type), ownsLevel: kind.ownsLevel, isForLife: kind.isForLife,
      body: name.type == RuleSet.organization ? body(ofKind: name.kind) : nil)
  }

  private func body(ofKind kind: Int32) -> OrganizationBody? {
    kind < 0 ? .unknown : bodies[Int(kind)]
  }
}
