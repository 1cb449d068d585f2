import Lexicon

/// What words of a user's own cost on a path if they are only preferred, in units of ``Trie/costScale``.
package enum UserWordCost {
  /// As a word that makes up one of e^4 ≈ 55 words of the text: below the sum of its parts, whatever they are, but not below what
  /// a reading gains that cuts through it (和服 in 商品和服务).
  package static let preferred = UInt32(4 * Trie.costScale)

  /// The sum of all counts in `dict.txt` of jieba 0.42.1: what its frequencies are frequencies of.
  private static let jiebaTotal = 60_101_967.0

  /// As jieba has it: the negative logarithm of the word's share. 0 stands for less than one.
  package static func ofJieba(frequency: Int) -> UInt32 {
    CostModel.cost(min(max(Double(frequency), 0.5) / jiebaTotal, 1))
  }
}
