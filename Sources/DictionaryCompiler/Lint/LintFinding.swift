/// Something in the sources of a dictionary that compiles and is likely to be a slip.
package struct LintFinding: Equatable, Sendable {
  /// The path below the folder of sources: `titles/heads.tsv`.
  package let file: String
  /// Counted from 1.
  package let line: Int
  /// What the line holds; a class, if it is one that is odd.
  package let entry: String
  package let reason: Reason

  package enum Reason: Equatable, Sendable {
    /// The entry is of two classes that exclude each other.
    case contradiction(String, String, file: String, line: Int, why: String)
    /// A short form stands for two names, and is not marked as ambiguous.
    case severalNames(String, String, file: String, line: Int)
    case unusedClass
    case length(Int, allowed: ClosedRange<Int>, class: String)
    case foreignCharacter(Unicode.Scalar)
    case traditional(simplified: String)
    case strayCharacter
    /// A post is told wherever it stands, and the word is more often something that one does.
    case alsoVerb(count: Int, class: String)
    /// A line of `lint/exceptions.tsv` that excuses nothing.
    case idleException(check: String)
  }

  /// How `lint/exceptions.tsv` calls the check that found this.
  package var check: String {
    switch reason {
    case .contradiction: "contradiction"
    case .severalNames: "several-names"
    case .unusedClass: "unused-class"
    case .length: "length"
    case .foreignCharacter: "foreign-character"
    case .traditional: "traditional"
    case .strayCharacter: "stray-character"
    case .alsoVerb: "also-verb"
    case .idleException: "idle-exception"
    }
  }
}

extension LintFinding: CustomStringConvertible {
  package var description: String { "\(file):\(line): '\(entry)' \(text) [\(check)]" }

  private var text: String {
    switch reason {
    case .contradiction(let first, let second, let file, let line, let why):
      "is of the class \(first), and of \(second) in \(file):\(line): \(why)"
    case .severalNames(let first, let second, let file, let line):
      "stands for \(first), and for \(second) in \(file):\(line), and is not marked as ambiguous"
    case .unusedClass: "is a class that no rule and no code asks for"
    case .length(let count, let allowed, let name):
      "has \(count) characters; entries of \(name) have \(allowed.lowerBound) to \(allowed.upperBound)"
    case .foreignCharacter(let scalar):
      "holds U+\(String(scalar.value, radix: 16, uppercase: true)), which is neither Han, nor a Latin letter or digit"
    case .traditional(let simplified): "is written in traditional characters; matching sees \(simplified)"
    case .strayCharacter: "begins or ends with a space or a sign, or holds two spaces"
    case .alsoVerb(let count, let name): "is of \(name), and a verb \(count) times in the news"
    case .idleException(let check): "is excused from '\(check)', which does not find it"
    }
  }
}
