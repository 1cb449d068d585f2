/// A statement before spans and entities are made of it. Ranges are in bytes of the block.
struct StatementFinding {
  /// The entity's index in the article.
  var speaker: Int?
  var speakerRange: Range<Int>?
  var verb: Range<Int>?
  var kind: Statement.Kind
  var isQuoted: Bool
  var content: Range<Int>
}
