import Text

/// An entity as the resolvers of references and the readers of roles see it: its characters, and what they are made of.
///
/// A class, because the resolvers hand it on and keep it. ``ArticleNames`` uses its objects again, with the room of their arrays.
final class NameMention {
  /// The number of its type in ``RuleSet/types``.
  private(set) var type = RuleSet.person
  /// The number of its kind in ``RuleSet/kinds``, or -1.
  private(set) var kind: Int32 = -1
  /// Folded, without spaces.
  private(set) var scalars: [UInt32] = []
  /// Simplified, without spaces: how the name is written where it is told as a full name.
  private(set) var text = ""
  private(set) var span = Span(lower: 0, upper: 0)
  /// Places at the front of an organization's name, in scalars: 北京市|朝阳区|安贞街道|总工会.
  private(set) var leads: [Range<Int>] = []
  /// Bit i: a word of the sentence starts at scalar i of the name.
  private(set) var boundaries: UInt64 = 0
  /// The scalars between the entity before and this one; -1 for the first of a sentence.
  private(set) var gap = -1
  /// The full name that the tables have for it.
  private(set) var tableName: String?

  /// Takes an entity's characters out of the sentence that was read last.
  func take(
    _ candidate: Candidate, _ forms: NameForms, span: Span, gap: Int, in input: borrowing RuleInput, tables: AliasTables
  ) {
    type = candidate.type
    kind = candidate.kind
    text = forms.simplified
    tableName = forms.tableName
    self.span = span
    self.gap = gap
    // The arrays are taken out to be filled: to change them in place would be watched, and so every reading.
    var (scalars, leads): ([UInt32], [Range<Int>]) = ([], [])
    swap(&scalars, &self.scalars)
    swap(&leads, &self.leads)
    scalars.removeAll(keepingCapacity: true)
    leads.removeAll(keepingCapacity: true)
    for scalar in input.scalars[candidate.range] where !Self.isSpace(scalar) { scalars.append(scalar) }
    var boundaries: UInt64 = 0
    if type == RuleSet.organization, candidate.range.count < 64 {
      let lower = candidate.range.lowerBound
      for position in candidate.range where input.isBoundary(position) { boundaries |= 1 << UInt64(position - lower) }
      // Spaces would shift what follows; names with spaces are foreign ones, of one part.
      if scalars.count == candidate.range.count {
        Self.addLeads(of: candidate.range, in: input, tables: tables, to: &leads)
      }
    }
    self.boundaries = boundaries
    swap(&scalars, &self.scalars)
    swap(&leads, &self.leads)
  }

  /// Whether a word starts at scalar `i`.
  func isBoundary(_ i: Int) -> Bool { i < 64 && boundaries >> UInt64(i) & 1 != 0 }
}

/// That a name is called otherwise: 云岭大学（以下简称“云大”）.
struct AliasDefinition {
  /// Folded.
  let full: [UInt32]
  let short: [UInt32]
  /// Simplified.
  let name: String
  /// The number of the type of both in ``RuleSet/types``.
  let type: UInt8
  /// Where the full name stands.
  let evidence: Span
}
