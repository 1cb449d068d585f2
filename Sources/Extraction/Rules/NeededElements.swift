import Lexicon

/// What a pattern has somewhere in each of its matches, one of these: lets most conditions be answered at a look.
struct NeededElements: Sendable, BitwiseCopyable {
  private var classes = ClassSet()
  private var tags: UInt64 = 0
  private var types: UInt64 = 0

  /// Nil if a match may go without any entry, word or result.
  static func of(_ pattern: RulePattern, _ names: inout RuleNames) -> NeededElements? {
    var needed = NeededElements()
    switch pattern {
    case .entry(let name):
      guard let id = names.lexicon.classID(named: name) else { return nil }
      needed.classes.insert(id)
    case .word(let tag): needed.tags = names.tagMask(tag)
    case .result(let type, _): needed.types = 1 << UInt64(names.type(type) & 63)
    case .part(_, let item): return of(item, &names)
    case .definition(let definition): return of(definition.pattern, &names)
    case .repetition(let item, let min, _): return min == 0 ? nil : of(item, &names)
    case .sequence(let items):
      for item in items { if let needed = of(item, &names) { return needed } }
      return nil
    case .choice(let items):
      for item in items {
        guard let way = of(item, &names) else { return nil }
        needed.classes = needed.classes.union(way.classes)
        needed.tags |= way.tags
        needed.types |= way.types
      }
    case .literal, .set, .scalar, .boundary, .sentenceStart, .sentenceEnd: return nil
    }
    return needed
  }

  /// Whether one of them begins in the range.
  @inline(__always) func stand(in range: Range<Int>, of input: RuleInput.View) -> Bool {
    for position in range {
      let place = input.place(position)
      let found =
        classes.low & place.classes.low | classes.high & place.classes.high | tags & place.tag | types & place.types
      if found != 0 { return true }
    }
    return false
  }
}
