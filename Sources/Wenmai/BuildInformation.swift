import ICU
import Lexicon

/// What this library was built with, for reports of errors.
package struct BuildInformation: Sendable {
  package let version: String
  package let icuVersion: String
  package let unicodeVersion: String
  /// The hash of the dictionary's sources, hexadecimal; empty if the dictionary cannot be read.
  package let dictionaryHash: String
  package let wordCount: Int

  /// Our version; the one place that says it.
  package static let version = "0.1.0"

  /// Raised whenever the code finds other things in the same text with the same dictionary: archives then take articles
  /// that were read before as not up to date (``ArchiveChanges/renewed``).
  package static let analysisVersion = 1

  package static var current: BuildInformation {
    let lexicon = try? Analyzer.embeddedLexicon()
    return BuildInformation(
      version: version, icuVersion: ICU.version, unicodeVersion: ICU.unicodeVersion,
      dictionaryHash: lexicon.map { hexadecimal($0.sourceHash) } ?? "", wordCount: lexicon?.wordCount ?? 0)
  }

  static func hexadecimal(_ number: UInt64) -> String {
    let digits = String(number, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}

extension BuildInformation: CustomStringConvertible {
  package var description: String {
    """
    wenmai \(version)
    ICU \(icuVersion), Unicode \(unicodeVersion)
    dictionary \(dictionaryHash.isEmpty ? "unreadable" : dictionaryHash), \(wordCount) words
    """
  }
}
