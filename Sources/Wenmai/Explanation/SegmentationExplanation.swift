public import Segmentation
public import Text

/// Why a text was cut into these words: what competed at each place, what it cost, and what decided.
///
/// ```swift
/// let explanation = analyzer.explainSegmentation(of: "商品和服务", whyNot: "和服")
/// for cut in explanation.cuts { print(cut.text, cut.decision, cut.runnerUp?.difference ?? 0) }
/// for refusal in explanation.refusals { print(refusal.verdict) }
/// ```
public struct SegmentationExplanation: Sendable {
  public let text: String
  /// The mode that was explained: `fast` for `search` and `full`, which are made of its cut.
  public let mode: SegmentationMode
  /// The words, side by side, without white space.
  public let cuts: [Cut]
  /// What became of the word that was asked for, at each place where it stands.
  public let refusals: [Refusal]

  /// A line of a dictionary.
  public struct Source: Sendable, Hashable {
    /// Below `Dictionaries/`, or as the user's file was named.
    public let file: String
    /// Counted from 1.
    public let line: Int
  }

  /// A word, a number, a sign: something that could stand in a cut.
  public struct Piece: Sendable, Hashable {
    public let text: String
    /// Its place, in UTF-8 offsets of the text.
    public let span: Span
    public let kind: TokenKind
    /// What it costs on a path, in nats: the negative logarithm of its probability. 0 for a user's forced word.
    public let cost: Double
    /// Its dictionary line; nil if no dictionary has it.
    public let source: Source?
  }

  /// What decided that a word is one.
  public enum Decision: String, Sendable, CaseIterable {
    /// It is a word of the user's.
    case userWord = "user-word"
    /// The cheapest way through the lexicon has it.
    case lexicon
    /// The model of mode `precise` has it.
    case model
    /// It is a number, a time, a Latin word or an address, which stays whole.
    case run
    /// It is a sign, which stands alone.
    case sign
    /// ICU has it, without telling why.
    case icu
  }

  /// One word of the cut.
  public struct Cut: Sendable {
    public let text: String
    public let span: Span
    public let kind: TokenKind
    public let decision: Decision
    /// Its dictionary line; nil if no dictionary has it.
    public let source: Source?
    /// Everything that begins inside of it.
    public let lattice: [Piece]
    /// What the cheapest way through the lexicon has there: this word, unless the model found otherwise.
    public let path: [Piece]
    /// The cheapest way that has something else there; nil if there is none.
    public let runnerUp: Detour?
    /// What the model says, if it decided.
    public let model: Vote?
  }

  /// A way through the lexicon that leaves the cheapest way and comes back to it.
  public struct Detour: Sendable {
    public let pieces: [Piece]
    /// What the cheapest way has instead.
    public let rivals: [Piece]
    /// By how much the detour is dearer, in nats.
    public let difference: Double
  }

  /// What the model says for some words and against others. Scores are sums of the weights of `models/segment.tsv`.
  public struct Vote: Sendable {
    public let words: [String]
    public let rivals: [String]
    public let score: Int
    /// What the rivals score at the same place.
    public let rivalScore: Int
    public let characters: [Character]
    /// What told words and rivals apart, those that tell most first.
    public let features: [Feature]
  }

  /// What the model makes of a character.
  public struct Character: Sendable, Hashable {
    public let text: String
    public let span: Span
    /// `B`, `M`, `E` or `S`: it begins a word, goes on, ends one, or is one.
    public let tag: String
    /// The scores of the four tags, in the order B, M, E, S.
    public let scores: [Int]
  }

  /// Something that the model looks at.
  public struct Feature: Sendable, Hashable {
    /// As in `models/segment.tsv`: `-1|中国` is 中国 seen from its second character.
    public let text: String
    /// The character that sees it.
    public let character: String
    public let span: Span
    /// Its weights for B, M, E, S.
    public let weights: [Int]
    /// What it adds to the words more than to their rivals.
    public let difference: Int
  }

  /// What became of a word at one place.
  public struct Refusal: Sendable {
    public let text: String
    public let span: Span
    public let verdict: Verdict
    /// Its dictionary line; nil if no dictionary has it.
    public let source: Source?
    /// The cheapest way with the word; nil if the lexicon does not have it for segmentation.
    public let detour: Detour?
    /// What the model says for the word (`words`) against its own words (`rivals`).
    public let model: Vote?
  }

  /// What beat a word.
  public enum Verdict: Sendable, Hashable {
    /// Nothing: it is a word of the cut.
    case isWord
    /// A forced word of the user's.
    case userWord(Piece)
    /// A number, a Latin word or an address that it would tear.
    case run(Piece)
    /// No dictionary has it, or only a class table, which segmentation does not use.
    case notInLexicon
    /// Words that cost less.
    case costs
    /// The model.
    case model
  }
}
