/// What the tagger looks at around a word, as a key of 64 bits: the kind << 58 and fields below it.
///
/// Words are seen by their symbols (``TagSymbol``) or, more coarsely, by *contexts*: the one or two tags that they mostly
/// have (``TagVocabulary``). The tags of the two words before are those that were decided for them.
package enum TagFeatureKind: UInt8, Sendable, CaseIterable {
  /// The word itself.
  case own = 1
  /// The words one and two before and behind it.
  case before, after, before2, after2
  /// The tag before; the two tags before.
  case tag, tags
  /// The tag before and the word, the word and the context behind, the word and the next word.
  case tagOwn, ownContext, ownAfter
  /// The tag before and the context behind; the two contexts behind; the word's own context and those around.
  case tagContext, contexts, around
  /// Of words of a group: the last and the first character, the last and the first two.
  case last, first, last2, first2
  /// The length in characters with the last one, the first one, or the tag before.
  case lengthLast, lengthFirst, lengthTag

  /// - Parameters: fields of 22, 18 and 18 bits.
  @inline(__always) package func key(_ a: UInt32, _ b: UInt16 = 0, _ c: UInt16 = 0) -> UInt64 {
    UInt64(rawValue) << 58 | UInt64(a) << 36 | UInt64(b) << 18 | UInt64(c)
  }

  /// A word and the next one.
  @inline(__always) package static func key(_ own: UInt32, then next: UInt32) -> UInt64 {
    // Words are fewer than 2^22 (`TagModelBuilder` refuses more).
    UInt64(ownAfter.rawValue) << 58 | UInt64(own) << 36 | UInt64(next)
  }
}

/// A word as features see it.
package struct TagUnit: Sendable, Equatable {
  /// See ``TagSymbol``.
  package var symbol: UInt32 = 0
  package var context: UInt16 = 0
  /// The group that the word is seen as one of too; 0 if none.
  package var group: UInt16 = 0
  /// The class of its possible tags.
  package var tagClass: UInt16 = 0

  package init() {}

  @inline(__always) init(symbol: UInt32, context: UInt16, group: UInt16, tagClass: UInt16) {
    self.symbol = symbol
    self.context = context
    self.group = group
    self.tagClass = tagClass
  }
}

/// The characters of a word that features see, as codes.
package struct TagForm: Sendable, Equatable {
  /// In scalars, at most ``TagSymbol/longest``.
  package var length: UInt16 = 0
  package var first: UInt16 = 0
  package var second: UInt16 = 0
  package var beforeLast: UInt16 = 0
  package var last: UInt16 = 0

  package init() {}
}

extension UnsafePointer where Pointee == TagUnit {
  /// Calls `body` with the key of each feature of the unit here, whose neighbours two before and behind exist.
  ///
  /// - Parameters:
  ///   - tag, tagBefore: the tags of the word before, and of the one before that.
  ///   - form: asked for if the word is seen as one of a group.
  @inline(__always)
  package func forEachTagFeature(
    tag: UInt8, tagBefore: UInt8, form: () -> TagForm, _ body: (UInt64) -> Void
  ) {
    typealias Kind = TagFeatureKind
    forEachContextFeature(tag: tag, tagBefore: tagBefore, body)
    let unit = self[0]
    if unit.group == 0 { return }
    if UInt32(unit.group) != unit.symbol { body(Kind.own.key(UInt32(unit.group))) }
    let form = form()
    body(Kind.last.key(UInt32(form.last)))
    body(Kind.first.key(UInt32(form.first)))
    body(Kind.lengthLast.key(UInt32(form.last), form.length))
    body(Kind.lengthFirst.key(UInt32(form.first), form.length))
    body(Kind.lengthTag.key(UInt32(tag), form.length))
    if form.length < 2 { return }
    body(Kind.last2.key(UInt32(form.beforeLast), form.last))
    body(Kind.first2.key(UInt32(form.first), form.second))
  }

  /// Those features that do not depend on the characters of the unit.
  @inline(__always)
  package func forEachContextFeature(tag: UInt8, tagBefore: UInt8, _ body: (UInt64) -> Void) {
    typealias Kind = TagFeatureKind
    let unit = self[0]
    let next = self[1]
    let tag16 = UInt16(tag)
    body(Kind.own.key(unit.symbol))
    body(Kind.before.key(self[-1].symbol))
    body(Kind.after.key(next.symbol))
    body(Kind.before2.key(self[-2].symbol))
    body(Kind.after2.key(self[2].symbol))
    body(Kind.tag.key(UInt32(tag)))
    body(Kind.tags.key(UInt32(tag), UInt16(tagBefore)))
    body(Kind.tagOwn.key(unit.symbol, tag16))
    body(Kind.ownContext.key(unit.symbol, next.context))
    body(Kind.key(unit.symbol, then: next.symbol))
    body(Kind.tagContext.key(UInt32(tag), next.context))
    body(Kind.contexts.key(UInt32(next.context), self[2].context))
    body(Kind.around.key(UInt32(unit.context), next.context, tag16))
  }
}
