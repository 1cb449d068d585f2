package import Lexicon

/// Cuts text into words; immutable, to be shared between tasks.
package struct Segmenter: Sendable {
  package let lexicon: Lexicon
  package let mode: SegmentationMode
  /// In mode `precise`, if the dictionary has one; without it, `precise` gives what `fast` gives.
  let model: LinearModel?

  /// The parts of speech of tokens that are no words, by kind.
  private let tags: [TagID]

  /// - Parameter weights: a model of the user's own for mode `precise`; nil for that of the dictionary.
  package init(lexicon: Lexicon, mode: SegmentationMode = .fast, weights: SegmentationWeights? = nil) {
    self.lexicon = lexicon
    self.mode = mode
    model = mode == .precise ? (weights ?? lexicon.segmentationModel).map(LinearModel.init) : nil
    tags = TokenKind.allCases.map { kind in lexicon.tagID(named: Self.tagName(of: kind)) ?? .none }
  }

  /// The part of speech that the tag set of the news standard gives to what is no word.
  private static func tagName(of kind: TokenKind) -> String {
    switch kind {
    case .number: "m"
    case .time: "t"
    case .latin, .address: "nx"
    case .punctuation, .other: "w"
    case .word, .user, .space, .lineBreak: ""
    }
  }

  func tag(of kind: TokenKind) -> TagID { tags[Int(kind.rawValue)] }

  /// Makes the buffers that one task needs; keep it for all the texts of the task.
  package func makeWorker() -> SegmentationWorker { SegmentationWorker(self) }
}
