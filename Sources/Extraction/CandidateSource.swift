/// What proposes candidates without being a rule: numbers below 0 in ``Candidate/rule``.
package enum CandidateSource {
  /// A name found elsewhere in the article.
  package static let memory: Int32 = -1
  /// A name that the article defines: 云岭大学（以下简称“云大”）.
  package static let definition: Int32 = -2
  /// An entry of the tables inside a name.
  package static let dictionary: Int32 = -3

  /// A span that only the model speaks for.
  package static let model: Int32 = -4

  /// How results name their source.
  package static func name(_ source: Int32) -> String {
    switch source {
    case definition: "document.definition"
    case dictionary: "dictionary"
    case model: "entity.model"
    default: "document.memory"
    }
  }
}
