import Extraction
import Foundation

extension Entity {
  /// The evidence that the score is the logistic of, in nats.
  var evidence: Double {
    // A score that is 1 as far as numbers tell stands for more than 36 nats.
    let score = min(max(score, 1e-16), 1 - 1e-16)
    return log(score / (1 - score))
  }
}
