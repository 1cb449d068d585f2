import Lexicon
import Segmentation
import Text

/// Explains how texts are cut, one after the other.
package struct SegmentationExplainer {
  private let lexicon: Lexicon
  private let mode: SegmentationMode
  private let tracer: SegmentationTracer

  package init(_ segmenter: Segmenter) {
    lexicon = segmenter.lexicon
    mode = segmenter.mode == .search || segmenter.mode == .full ? .fast : segmenter.mode
    tracer = SegmentationTracer(segmenter)
  }

  /// - Parameter utf8: valid UTF-8.
  package func explain(_ utf8: [UInt8], whyNot word: String? = nil) -> SegmentationExplanation {
    let trace = tracer.trace(utf8, whyNot: word)
    let names = Names(utf8: utf8, lexicon: lexicon)
    return SegmentationExplanation(
      text: String(decoding: utf8, as: UTF8.self), mode: mode,
      cuts: trace.cuts.filter { $0.kind != .space && $0.kind != .lineBreak }.map(names.cut),
      refusals: trace.refusals.map(names.refusal))
  }
}

extension Analyzer {
  /// Tells why `text` is cut into its words: what competed at each place, with costs and dictionary lines, what the model
  /// says by feature, and the runner-up.
  ///
  /// ```swift
  /// print(analyzer.explainSegmentation(of: "商品和服务", whyNot: "和服").refusals.map(\.verdict))
  /// ```
  /// - Parameters:
  ///   - mode: as in ``segment(_:mode:)``; ICU gives no reasons.
  ///   - word: a word to tell about wherever it stands: what beat it?
  /// - Complexity: O(*n*), but thousands of times slower than cutting.
  public func explainSegmentation(
    of text: String, mode: SegmentationMode = .precise, whyNot word: String? = nil
  ) -> SegmentationExplanation {
    SegmentationExplainer(Segmenter(lexicon: lexicon, mode: mode)).explain(Array(text.utf8), whyNot: word)
  }
}

/// Texts and dictionary lines in place of ranges and numbers.
private struct Names {
  let utf8: [UInt8]
  let lexicon: Lexicon

  func text(_ range: Range<Int>) -> String { String(decoding: utf8[range], as: UTF8.self) }

  func span(_ range: Range<Int>) -> Span { Span(lower: range.lowerBound, upper: range.upperBound) }

  func source(_ word: WordID) -> SegmentationExplanation.Source? {
    word.isNone ? nil : lexicon.source(of: word).map { .init(file: $0.file, line: $0.line) }
  }

  func piece(_ piece: SegmentationTrace.Piece) -> SegmentationExplanation.Piece {
    .init(
      text: text(piece.range), span: span(piece.range), kind: piece.kind, cost: piece.cost, source: source(piece.word))
  }

  func cut(_ cut: SegmentationTrace.Cut) -> SegmentationExplanation.Cut {
    .init(
      text: text(cut.range), span: span(cut.range), kind: cut.kind, decision: decision(cut.decision),
      source: source(cut.word), lattice: cut.lattice.map(piece), path: cut.path.map(piece),
      runnerUp: cut.runnerUp.map(detour), model: cut.model.map(vote))
  }

  private func decision(_ decision: SegmentationTrace.Decision) -> SegmentationExplanation.Decision {
    switch decision {
    case .user: .userWord
    case .lexicon: .lexicon
    case .model: .model
    case .run: .run
    case .sign: .sign
    case .icu: .icu
    }
  }

  private func detour(_ detour: SegmentationTrace.Detour) -> SegmentationExplanation.Detour {
    .init(pieces: detour.pieces.map(piece), rivals: detour.rivals.map(piece), difference: detour.difference)
  }

  private func vote(_ vote: SegmentationTrace.Vote) -> SegmentationExplanation.Vote {
    .init(
      words: vote.words.map(text), rivals: vote.rivals.map(text), score: vote.score, rivalScore: vote.rivalScore,
      characters: vote.characters.map { character in
        .init(
          text: text(character.range), span: span(character.range), tag: Self.tagName(character.tag),
          scores: (0..<4).map { Int(character.scores[$0]) })
      },
      features: vote.features.map { feature in
        .init(
          text: feature.text, character: text(feature.range), span: span(feature.range),
          weights: (0..<4).map { Int(feature.weights[$0]) }, difference: feature.difference)
      })
  }

  private static func tagName(_ tag: PositionTag) -> String {
    switch tag {
    case .begin: "B"
    case .middle: "M"
    case .end: "E"
    case .single: "S"
    }
  }

  func refusal(_ refusal: SegmentationTrace.Refusal) -> SegmentationExplanation.Refusal {
    let verdict: SegmentationExplanation.Verdict =
      switch refusal.verdict {
      case .isWord: .isWord
      case .userWord(let word): .userWord(piece(word))
      case .run(let run): .run(piece(run))
      case .notInLexicon: .notInLexicon
      case .costs: .costs
      case .model: .model
      }
    return .init(
      text: text(refusal.range), span: span(refusal.range), verdict: verdict, source: source(refusal.word),
      detour: refusal.detour.map(detour), model: refusal.model.map(vote))
  }
}
