package import Lexicon

/// Why a text was cut as it was: every choice with its rivals. Ranges are bytes of the text; costs are in nats.
package struct SegmentationTrace: Sendable {
  /// The words of the text, white space included, side by side.
  package var cuts: [Cut] = []
  /// Where the word that was asked for stands, and what became of it.
  package var refusals: [Refusal] = []

  /// A token that was, or could have been.
  package struct Piece: Sendable, Equatable {
    package var range: Range<Int>
    package var kind: TokenKind
    /// `WordID.none` if it is no word of the lexicon.
    package var word: WordID
    package var cost: Double
  }

  package enum Decision: Sendable, Equatable {
    /// A user's word, forced or preferred.
    case user
    /// The cheapest way through the lexicon.
    case lexicon
    /// The linear model.
    case model
    /// Numbers, times, Latin words and addresses stay whole.
    case run
    /// A sign or white space stands alone.
    case sign
    /// ICU, which gives no reasons.
    case icu
  }

  package struct Cut: Sendable {
    package var range: Range<Int>
    package var kind: TokenKind
    package var word: WordID
    package var decision: Decision
    /// What begins in it.
    package var lattice: [Piece] = []
    /// What the cheapest way through the lexicon has there.
    package var path: [Piece] = []
    package var runnerUp: Detour?
    package var model: Vote?
  }

  /// A way through the lexicon that leaves the cheapest one and comes back to it.
  package struct Detour: Sendable {
    package var pieces: [Piece]
    /// What the cheapest way has instead.
    package var rivals: [Piece]
    /// By how much the detour is dearer, 0 or more.
    package var difference: Double
  }

  /// What the model says for its words and against others.
  package struct Vote: Sendable {
    package var characters: [Character]
    /// The words that were weighed against the model's, and these.
    package var words: [Range<Int>]
    package var rivals: [Range<Int>]
    /// The scores of both over the characters whose tags differ.
    package var score: Int
    package var rivalScore: Int
    /// What told them apart, those that tell most first.
    package var features: [Feature]
  }

  package struct Character: Sendable {
    package var range: Range<Int>
    package var tag: PositionTag
    /// Sums of weights for B, M, E, S.
    package var scores: SIMD4<Int32>
  }

  package struct Feature: Sendable {
    /// As in `models/segment.tsv`; `after` with the tag before is how much a tag likes to follow it.
    package var text: String
    /// The character that sees it.
    package var range: Range<Int>
    /// For B, M, E, S.
    package var weights: SIMD4<Int32>
    /// What it adds to the words more than to their rivals.
    package var difference: Int
  }

  /// What became of a word at one place.
  package struct Refusal: Sendable {
    package var range: Range<Int>
    package var verdict: Verdict
    /// The word in the lexicon, if it stands there.
    package var word: WordID
    /// The cheapest way with the word, if there is one.
    package var detour: Detour?
    /// What the model says for the word (`words`) against its own words.
    package var model: Vote?

    package enum Verdict: Sendable, Equatable {
      /// It is a word of the cut.
      case isWord
      /// A forced word of the user's stands in the way.
      case userWord(Piece)
      /// It would tear a number, a Latin word or an address.
      case run(Piece)
      /// It is no word of the lexicon, or only one of class tables.
      case notInLexicon
      /// Other words cost less.
      case costs
      case model
    }
  }
}
