import Foundation
import Lexicon

/// How rare a word is among articles, from the lexicon alone.
///
/// A word of probability *p* is missing from an article of *L* words with probability (1 − *p*)^*L* ≈ e^(−*pL*), so it stands
/// in a share of 1 − e^(−*pL*) of all articles, and its inverse document frequency is −ln of that. Words cluster, so true
/// frequencies are lower (Church and Gale, "Inverse document frequency: a measure of deviations from Poisson", 1995).
enum WordRarity {
  /// The words of an average article of a daily newspaper.
  private static let articleLength = 400.0
  /// The rarity of what no lexicon has, in nats: one article in some ten thousand.
  static let unknown = 9.0
  /// Above this rarity tells of gaps in the lexicon rather than of the text.
  private static let maximum = 9.0

  /// The inverse document frequency of a word in nats, from 0 (in every article) to 9.
  static func nats(_ word: WordID?, in lexicon: Lexicon) -> Double {
    // A user's word costs nothing: it is in no statistics.
    guard let word, let cost = lexicon.cost(of: word), cost > 0 else { return unknown }
    let probability = exp(-Double(cost) / Trie.costScale)
    return min(-log(-expm1(-probability * articleLength)), maximum)
  }
}
