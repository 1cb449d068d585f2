/// A reason for or against a result, and what it weighs.
///
/// The parts of a result add up to its evidence, whose logistic is the score.
public struct EvidencePart: Sendable, Hashable {
  /// What sort of reason it is: `rule`, `words`, `surname`, `given-name`, or a feature of a model.
  public let name: String
  /// What it speaks of: the rule's name, a character, the value of a feature.
  public let detail: String
  /// What it adds to the log-odds that the result is right; negative speaks against it.
  public let nats: Double

  public init(name: String, detail: String, nats: Double) {
    self.name = name
    self.detail = detail
    self.nats = nats
  }
}
