/// What an update did to an archive, in articles.
public struct ArchiveChanges: Sendable, Equatable {
  public var added = 0
  /// They were there before, the same to the letter; only their place may have moved.
  public var unchanged = 0
  /// They were there before, the same to the letter, but read with another version, dictionary or rules, or for words only:
  /// what was found in them was replaced.
  public var renewed = 0
  /// They are in the sources no more, or in another form.
  public var removed = 0

  public init(added: Int = 0, unchanged: Int = 0, renewed: Int = 0, removed: Int = 0) {
    self.added = added
    self.unchanged = unchanged
    self.renewed = renewed
    self.removed = removed
  }

  public static func + (a: Self, b: Self) -> Self {
    Self(
      added: a.added + b.added, unchanged: a.unchanged + b.unchanged, renewed: a.renewed + b.renewed,
      removed: a.removed + b.removed)
  }
}
