import Text

/// An entity as the resolvers of references see it: its characters, and what they are made of.
///
/// A class, because the resolvers hand it on and keep it.
final class NameMention: Sendable {
  let category: Entity.Category
  /// Folded, without spaces.
  let scalars: [UInt32]
  /// Simplified, without spaces: how the name is written where it is told as a full name.
  let text: String
  let span: Span
  /// Places at the front of an organization's name, in scalars: 北京市|朝阳区|安贞街道|总工会.
  let leads: [Range<Int>]
  /// Bit i: a word of the sentence starts at scalar i of the name.
  let boundaries: UInt64
  /// The scalars between the entity before and this one; -1 for the first of a sentence.
  let gap: Int
  /// The full name that the tables have for it.
  let tableName: String?

  /// Takes an entity's characters out of the sentence that was read last.
  init(
    _ candidate: Candidate, category: Entity.Category, _ forms: NameForms, span: Span, gap: Int,
    in input: borrowing RuleInput, tables: AliasTables
  ) {
    self.category = category
    text = forms.simplified
    tableName = forms.tableName
    self.span = span
    self.gap = gap
    let characters = input.scalars[candidate.range]
    scalars = characters.contains(where: Self.isSpace) ? characters.filter { !Self.isSpace($0) } : Array(characters)
    var boundaries: UInt64 = 0
    var leads: [Range<Int>] = []
    if category == .organization, candidate.range.count < 64 {
      let lower = candidate.range.lowerBound
      for position in candidate.range where input.isBoundary(position) { boundaries |= 1 << UInt64(position - lower) }
      // Spaces would shift what follows; names with spaces are foreign ones, of one part.
      if scalars.count == candidate.range.count { leads = Self.leads(of: candidate.range, in: input, tables: tables) }
    }
    self.boundaries = boundaries
    self.leads = leads
  }

  /// Whether a word starts at scalar `i`.
  func isBoundary(_ i: Int) -> Bool { i < 64 && boundaries >> UInt64(i) & 1 != 0 }
}

/// The names of one sentence, and what it says about short forms.
struct SentenceNames {
  var mentions: [NameMention] = []
  var definitions: [AliasDefinition] = []
  /// Surnames that stand alone before a title (方 in 方主席). They are people only if the article names one of that
  /// surname.
  var surnames: [[UInt32]] = []
}

/// That a name is called otherwise: 云岭大学（以下简称“云大”）.
struct AliasDefinition {
  /// Folded.
  let full: [UInt32]
  let short: [UInt32]
  /// Simplified.
  let name: String
  let category: Entity.Category
  /// Where the full name stands.
  let evidence: Span
}
