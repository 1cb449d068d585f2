package import Lexicon
import Text

extension Extractor {
  /// A worker that decides by another model; nil: rules alone decide.
  package func makeWorker(decidingBy weights: EntityWeights?) -> ExtractionWorker {
    ExtractionWorker(self, entityModel: weights.map { EntityModel($0, featureText) })
  }

  /// How many codes characters have.
  package var codeCount: Int { lexicon.trie.codeCount }

  /// The code of a folded scalar.
  package func code(of scalar: UInt32) -> UInt16 { lexicon.code(of: scalar) }

  /// By code: a character that has it, the one that others are folded to; nil of codes that many characters share.
  package var characterNames: [String?] {
    var names = [String?](repeating: nil, count: codeCount)
    // Characters that fold to themselves are what texts are folded to.
    for scalar in UInt32(0x21)...0x2FFFF {
      guard let character = Unicode.Scalar(scalar), lexicon.fold(scalar) == scalar else { continue }
      let code = Int(lexicon.code(of: scalar))
      if names[code] == nil { names[code] = String(character) }
    }
    return names
  }
}

extension ExtractionWorker {
  /// The entities of a text, in Unicode scalars of it.
  package func labels(of text: String) -> [(range: Range<Int>, category: Entity.Category)] {
    let utf8 = Array(text.utf8)
    let article = Article(
      blocks: [Block(kind: .paragraph, pieces: [Piece(span: Span(lower: 0, upper: utf8.count))])], bylines: [],
      dateline: nil)
    let result = extract(article, in: Document(utf8: utf8, articles: [article], format: .plain))
    let map = OffsetMap(utf8: utf8, unit: .scalar)
    return result.entities.map { entity in
      (map.offset(ofUTF8: entity.span.lower)..<map.offset(ofUTF8: entity.span.upper), entity.category)
    }
  }
}
