import Text

/// An entity as the resolvers of references see it: its characters, and what they are made of.
struct NameMention {
  let category: Entity.Category
  /// Folded, without spaces.
  let scalars: [UInt32]
  /// Simplified, without spaces: how the name is written where it is told as a full name.
  let text: String
  let span: Span
  /// Places at the front of an organization's name, in scalars: 北京市|朝阳区|安贞街道|总工会.
  var leads: [Range<Int>] = []
  /// Bit i: a word of the sentence starts at scalar i of the name.
  var boundaries: UInt64 = 0
  /// The scalars between the entity before and this one; -1 for the first of a sentence.
  var gap = -1
  /// The full name that the tables have for it.
  var tableName: String?

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
