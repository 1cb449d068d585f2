package import Lexicon

/// All rules of an analyzer, compiled against its lexicon. Immutable: share it between tasks.
package struct RuleSet: Sendable {
  package let rules: [Rule]
  /// The types of results by number: `PERSON`, `ORG`, and what users' rules define.
  package let types: [String]
  /// The kinds of results by number: `union`, `court` …
  package let kinds: [String]
  /// Compiled forms, parallel to ``rules``.
  let compiled: [CompiledRule]
  /// The same, to be run: an element of the array would be counted up and down, and all tasks share the counts.
  let running: Table<Unmanaged<CompiledRule>>
  /// The rules of each stage by index, in the order of their files; stages without rules are left out.
  let stages: [[Int]]
  /// Tell where each rule needs to be run.
  let reach: ReachPatterns

  /// A class, so that nothing of it is copied on the way to the matcher.
  final class CompiledRule: Sendable {
    let program: RuleProgram
    let code: RuleProgram.Code
    let conditions: [CompiledCondition]
    /// The same, to be asked (see ``RuleSet/running``).
    let asked: Table<Unmanaged<CompiledCondition>>
    let products: Table<CompiledProduct>
    let productCount: Int
    let weight: Float

    init(program: RuleProgram, conditions: [CompiledCondition], products: [CompiledProduct], weight: Double) {
      self.weight = Float(weight)
      self.program = program
      code = program.code
      self.conditions = conditions
      asked = Table(conditions.map { Unmanaged.passUnretained($0) })
      self.products = Table(products)
      productCount = products.count
    }
  }

  final class CompiledCondition: Sendable {
    let wanted: Bool
    let place: Place
    let program: RuleProgram
    let code: RuleProgram.Code
    /// What can stand first in the pattern.
    let first: FirstElements
    /// Without one of these the pattern does not match; nil if none are known.
    let needed: NeededElements?

    enum Place {
      case followed, preceded
      /// The part whose start is kept in this slot; -1 if the rule has no such part.
      case part(slot: Int)
      /// An entry of one of these classes anywhere.
      case sentence(ClassSet)
    }

    init(wanted: Bool, place: Place, program: RuleProgram, needed: NeededElements?) {
      self.wanted = wanted
      self.needed = needed
      self.place = place
      self.program = program
      code = program.code
      first = program.first
    }
  }

  struct CompiledProduct: Sendable, BitwiseCopyable {
    let type: UInt8
    /// The slot of the part's start; -1 for the whole match.
    let slot: Int
    /// -1: taken from the dictionary entry at the part's end.
    let kind: Int32
  }

  /// The types that exist whatever the rules say, in the order in which equal candidates win.
  static let coreTypes = ["PERSON", "ORG", "PLACE", "TITLE"]
  /// The type of what looks like a name and is none: it takes part in the choice and is told to nobody.
  static let nothing = "NOTHING"
  /// The number of `PERSON`.
  static let person: UInt8 = 0
  /// The number of ``nothing``; nil if no rule makes it.
  var nothing: UInt8? { types.firstIndex(of: Self.nothing).map { UInt8(truncatingIfNeeded: $0) } }
  /// Types are numbers below this: sets of them are words of bits.
  static let typeLimit = 64

  /// Parses and compiles rule files.
  ///
  /// - Parameter kinds: the kinds that dictionary entries give; those that rules give are added.
  /// - Throws: everything that is wrong in any of the files, in their order.
  package init(files: [(name: String, source: [UInt8])], lexicon: Lexicon, kinds: [String] = []) throws(RuleErrors) {
    let parsed = RuleFiles(files)
    let rules = parsed.rules
    var errors = parsed.errors + parsed.unknownNames(lexicon: lexicon, kinds: kinds)
    var names = RuleNames(lexicon: lexicon, types: Self.coreTypes, kinds: kinds)
    var reach = ReachBuilder()
    var compiled: [CompiledRule] = []
    for rule in rules {
      do {
        compiled.append(try Self.compile(rule, &names, &reach))
      } catch {
        // Told already, where the name stands.
        if case .unknownClass = error.reason { continue }
        errors.append(error)
      }
    }
    if !errors.isEmpty { throw RuleErrors(parsed.showingLines(of: errors)) }
    self.rules = rules
    self.compiled = compiled
    running = Table(compiled.map { Unmanaged.passUnretained($0) })
    self.types = names.types
    self.kinds = names.kinds
    let last = rules.map(\.stage).max() ?? 0
    stages = (0...last).map { stage in rules.indices.filter { rules[$0].stage == stage } }.filter { !$0.isEmpty }
    self.reach = ReachPatterns(reach, stages: stages, charts: names.charts)
  }

  private static func compile(
    _ rule: Rule, _ names: inout RuleNames, _ reach: inout ReachBuilder
  ) throws(RuleError) -> CompiledRule {
    func told<Result>(
      at place: RulePlace, _ body: () throws(RuleError.Reason) -> Result
    ) throws(RuleError) -> Result {
      do throws(RuleError.Reason) {
        return try body()
      } catch {
        let reason: RuleError.Reason = if case .tooLarge = error { .tooLarge(rule.name) } else { error }
        throw RuleError(file: rule.file, line: place.line, column: place.column, reason: reason)
      }
    }
    let main = try told(at: rule.patternPlace) { () throws(RuleError.Reason) in
      try RuleProgram(rule.pattern, names: &names)
    }
    if main.first.empty {
      throw RuleError(
        file: rule.file, line: rule.patternPlace.line, column: rule.patternPlace.column, reason: .emptyMatch(rule.name))
    }
    func slot(_ part: String?) -> Int { part.flatMap { main.parts.firstIndex(of: $0) }.map { $0 * 2 } ?? -1 }

    var conditions: [CompiledCondition] = []
    for condition in rule.conditions {
      let pattern = condition.place == .preceded ? condition.pattern.reversed : condition.pattern
      let place: CompiledCondition.Place =
        switch condition.place {
        case .followed: .followed
        case .preceded: .preceded
        case .part(let name): .part(slot: slot(name))
        case .sentence:
          .sentence(ClassSet((condition.pattern.classNames ?? []).compactMap { names.lexicon.classID(named: $0) }))
        }
      conditions.append(
        CompiledCondition(
          wanted: condition.wanted, place: place,
          program: try told(at: RulePlace(line: condition.line, column: 1)) { () throws(RuleError.Reason) in
            try RuleProgram(pattern, names: &names)
          }, needed: NeededElements.of(condition.pattern, &names)))
    }
    var products: [CompiledProduct] = []
    for product in rule.makes {
      let type = names.type(product.type)
      guard type < typeLimit else {
        throw RuleError(file: rule.file, line: rule.line, column: 1, reason: .tooManyTypes(product.type))
      }
      products.append(
        CompiledProduct(type: UInt8(type), slot: slot(product.part), kind: product.kind.map { names.kind($0) } ?? -1))
    }
    try told(at: rule.patternPlace) { () throws(RuleError.Reason) in
      let contexts = conditions.compactMap { if case .sentence(let set) = $0.place, $0.wanted { set } else { nil } }
      try reach.addRule(rule.pattern, contexts: contexts, &names)
      try reach.addCharts(&names)
    }
    return CompiledRule(program: main, conditions: conditions, products: products, weight: rule.weight)
  }
}
