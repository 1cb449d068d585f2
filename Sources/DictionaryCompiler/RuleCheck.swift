package import Extraction
import Lexicon

/// Checks the rules of a compiled dictionary: that they compile against its classes, and that their examples hold.
package enum RuleCheck {
  /// - Parameter compiled: what ``DictionaryCompiler/compile(_:)`` made.
  /// - Returns: the numbers of rules and of examples that were run, and the dictionary classes that the rules name.
  /// - Throws: everything that is wrong, in the order of files and lines.
  package static func run(on compiled: [UInt8]) throws(RuleErrors) -> (
    rules: Int, examples: Int, classes: Set<String>
  ) {
    let lexicon: Lexicon
    do {
      lexicon = try Lexicon(compiled: LexiconStorage(copying: compiled), thorough: true)
    } catch {
      // What was compiled a moment ago and cannot be read is our own mistake, not that of a source.
      preconditionFailure("the compiled dictionary cannot be read: \(error)")
    }
    let rules = try RuleSet(
      files: lexicon.ruleFiles.map { ($0.name, $0.bytes) }, lexicon: lexicon, kinds: EntryKinds(lexicon: lexicon).names)
    let failures = RuleExamples.failures(of: rules, lexicon: lexicon)
    if !failures.isEmpty { throw RuleErrors(failures) }
    let used = rules.usedClasses
    let classes = lexicon.classNames.filter { name in lexicon.classID(named: name).map(used.contains) ?? false }
    return (rules.rules.count, rules.rules.reduce(0) { $0 + $1.examples.count }, Set(classes))
  }
}
