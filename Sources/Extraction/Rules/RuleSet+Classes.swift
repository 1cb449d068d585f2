package import Lexicon

extension RuleSet {
  /// The dictionary classes that patterns and conditions name.
  ///
  /// - Complexity: O(*n*) in the length of all rules.
  package var usedClasses: ClassSet {
    var classes = ClassSet()
    for rule in compiled {
      for program in [rule.program] + rule.conditions.map(\.program) {
        for instruction in program.instructions where instruction.operation == .entry {
          classes.insert(ClassID(raw: UInt8(truncatingIfNeeded: instruction.a)))
        }
      }
    }
    return classes
  }
}
