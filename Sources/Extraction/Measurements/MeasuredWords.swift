import Segmentation
import Text

/// The words of an article's sentences, as far as they were kept: cutting a sentence is least work right after the rules
/// have read it, while measurements are made when all entities of the article are settled.
final class MeasuredWords {
  private var tokens = Table<Token>(capacity: 1024)
  private var count = 0

  /// Before another article.
  func removeAll() { count = 0 }

  /// - Returns: where they lie.
  func append(_ batch: UnsafeBufferPointer<Token>) -> Range<Int> {
    tokens.reserve(count + batch.count, keeping: count)
    for index in batch.indices { tokens[count + index] = batch[index] }
    let first = count
    count += batch.count
    return first..<count
  }

  /// Valid as long as nothing is added.
  subscript(range: Range<Int>) -> UnsafeBufferPointer<Token> { tokens.slice(range) }
}

extension ExtractionWorker {
  /// Keeps the words of the sentence that was read last, if one of its quantities needs nothing else to be measured.
  mutating func keepWords(of text: NormalizedText, in sentence: inout Sentence, _ quantities: [NumericFact]) {
    guard !triesAll else { return }
    let isMeasured = text.bytes.withUnsafeBufferPointer { bytes in
      sentence.quantities.contains { MeasurementReader.needs(of: quantities[$0.index].kind, bytes, $0.range) == nil }
    }
    guard isMeasured else { return }
    var kept = 0..<0
    _ = text.bytes.withUnsafeBufferPointer { bytes in
      tagging.worker.segmentAnalyzed(bytes) { batch in
        let range = words.append(batch)
        kept = kept.isEmpty ? range : kept.lowerBound..<range.upperBound
      }
    }
    sentence.words = kept
  }
}
