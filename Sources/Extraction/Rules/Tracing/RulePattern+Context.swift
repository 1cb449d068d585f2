extension RulePattern {
  /// A part of a pattern with what must stand around it.
  struct Context {
    var before: [RulePattern]
    let item: RulePattern
    var after: [RulePattern]
  }

  /// The first part of that name; of a choice the way that has it.
  func context(of part: String) -> Context? {
    switch self {
    case .part(part, let item): return Context(before: [], item: item, after: [])
    case .part(_, let item), .repetition(let item, _, _): return item.context(of: part)
    case .choice(let items): return items.lazy.compactMap { $0.context(of: part) }.first
    case .sequence(let items):
      for (index, item) in items.enumerated() {
        guard var context = item.context(of: part) else { continue }
        context.before = items[..<index] + context.before
        context.after += items[(index + 1)...]
        return context
      }
      return nil
    default: return nil
    }
  }
}
