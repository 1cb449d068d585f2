import Text

/// Notes what an ``ExtractionWorker`` proposes and settles, sentence by sentence.
final class SentenceRecorder {
  struct Record {
    let text: NormalizedText
    let block: Int
    /// In the bytes of `text`.
    let range: Range<Int>
    let candidates: [Candidate]
    let standing: [Candidate]
  }

  private(set) var records: [Record] = []
  private var indices: [Key: Int] = [:]

  private struct Key: Hashable {
    let block: Int
    let start: Int
  }

  /// A sentence that is read again, for what the article's memory says of it, counts as it was read last.
  func note(
    _ text: NormalizedText, _ block: Int, _ range: Range<Int>, _ candidates: [Candidate], _ standing: [Candidate]
  ) {
    let record = Record(text: text, block: block, range: range, candidates: candidates, standing: standing)
    let key = Key(block: block, start: range.lowerBound)
    if let index = indices[key] {
      records[index] = record
    } else {
      indices[key] = records.count
      records.append(record)
    }
  }
}
