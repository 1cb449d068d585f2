import Lexicon
import Segmentation
import Text

/// What one thread segments in one go.
enum SegmentationJob: Sendable {
  /// A part of a text, as it is in the file.
  case window(Window)
  /// A part of a text, decoded, with the place where it begins.
  case located(DecodedText, at: InputPlace, Window)
  case records(LineBatchReader.Batch, name: String)

  struct Window: Sendable {
    let raw: [UInt8]
    let encoding: TextEncoding
    let isFirst: Bool
    /// Bytes of the input before it.
    let offset: Int
    let name: String
  }
}

/// Does segmentation jobs on one thread.
final class SegmentationJobWorker {
  private let worker: SegmentationWorker
  /// If parts of speech are asked for; a table has them always.
  private let tagging: (worker: TaggingWorker, names: TagNames)?
  private let format: SegmentationFormat
  private let output: OutputOptions
  private let buffers: BufferPool

  /// - Parameter buffers: used ones, for the results.
  init(
    _ segmenter: Segmenter, _ tagger: (Tagger, TagNames)?, format: SegmentationFormat, output: OutputOptions,
    buffers: BufferPool
  ) {
    self.buffers = buffers
    tagging = tagger.map { ($0.makeWorker(segmenter), $1) }
    worker = tagging?.worker.worker ?? segmenter.makeWorker()
    self.format = format
    self.output = output
  }

  func perform(_ job: SegmentationJob) -> BatchOutput {
    switch job {
    case .window(let window):
      let text = WindowReader.decode(window.raw, encoding: window.encoding, isFirst: window.isFirst)
      return segment(text, at: InputPlace(), window)
    case .located(let text, let place, let window): return segment(text, at: place, window)
    case .records(let batch, let name): return segment(batch, name)
    }
  }

  private func segment(
    _ text: DecodedText, at place: InputPlace, _ window: SegmentationJob.Window
  ) -> BatchOutput {
    var result = BatchOutput(bytes: buffers.take(), readCount: window.raw.count, input: window.raw)
    if let first = text.broken.places.first,
      let warning = WindowReader.warning(
        window.name, window.encoding, count: text.broken.count, first: window.offset + first.input)
    {
      result.problems.append(warning)
    }
    if format != .text || tagging != nil { result.bytes.removeAll(keepingCapacity: true) }
    switch format {
    case .text: writeWords(text.utf8, over: 0, of: &result.bytes)
    case .jsonl: writeLines(text.utf8, at: place, name: window.name, into: &result.bytes)
    case .table:
      let positions = Positions(utf8: text.utf8, origin: place, unit: output.offsets, hasLines: true)
      writeTable(text.utf8, positions, into: &result.bytes)
    }
    return result
  }

  private func segment(_ batch: LineBatchReader.Batch, _ name: String) -> BatchOutput {
    var result = BatchOutput(bytes: buffers.take(), readCount: batch.readCount)
    result.bytes.removeAll(keepingCapacity: true)
    batch.forEachRecord(name: name) { outcome in
      switch outcome {
      case .failure(let problem): result.problems.append(problem)
      case .success(let record):
        switch format {
        case .text:
          writeWords(record.text, over: result.bytes.count, of: &result.bytes)
          result.bytes.append(0x0A)
        case .jsonl:
          let positions = Positions(utf8: record.text, origin: InputPlace(), unit: output.offsets, hasLines: false)
          var json = JSONWriter()
          record.text.withUnsafeBufferPointer {
            write($0, 0..<$0.count, id: record.id, positions, into: &json)
          }
          json.append(to: &result.bytes)
        case .table:
          let positions = Positions(utf8: record.text, origin: InputPlace(), unit: output.offsets, hasLines: true)
          result.bytes += "\(record.name)\n".utf8
          writeTable(record.text, positions, into: &result.bytes)
        }
      }
    }
    return result
  }

  /// - Parameter start: where in `out` the words begin; without tags, what is there is written over.
  private func writeWords(_ utf8: [UInt8], over start: Int, of out: inout [UInt8]) {
    if let (worker, names) = tagging {
      var writer = TaggedWordWriter(names)
      utf8.withUnsafeBufferPointer { writer.write($0, worker, into: &out) }
    } else {
      utf8.withUnsafeBufferPointer { SpacedWordWriter.write($0, worker, over: start, of: &out) }
    }
  }

  private func write(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, id: [UInt8], _ positions: Positions,
    into json: inout JSONWriter
  ) {
    if let (worker, names) = tagging {
      TokenJSON.write(bytes, range, id: id, positions, worker, names, into: &json)
    } else {
      TokenJSON.write(bytes, range, id: id, positions, worker, into: &json)
    }
  }

  /// An object for each line that is not blank; `FILE:LINE` is its id.
  private func writeLines(_ utf8: [UInt8], at place: InputPlace, name: String, into out: inout [UInt8]) {
    let positions = Positions(utf8: utf8, origin: place, unit: output.offsets, hasLines: false)
    var json = JSONWriter()
    utf8.withUnsafeBufferPointer { bytes in
      var start = 0
      var line = place.line
      while start < bytes.count {
        let end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        if !bytes[start..<end].allSatisfy({ $0 <= 0x20 }) {
          var id = JSONWriter()
          id.string("\(name):\(line)")
          write(bytes, start..<end, id: id.bytes, positions, into: &json)
        }
        let isPair = end + 1 < bytes.count && bytes[end] == 0x0D && bytes[end + 1] == 0x0A
        start = end + (isPair ? 2 : 1)
        line += 1
      }
    }
    json.append(to: &out)
  }

  private func writeTable(_ utf8: [UInt8], _ positions: Positions, into out: inout [UInt8]) {
    guard let (worker, names) = tagging else { return }
    var table = TextTable(["at", "word", "kind", "tag"])
    utf8.withUnsafeBufferPointer { bytes in
      worker.segment(bytes, 0..<bytes.count) { tokens, tags in
        for (token, tag) in zip(tokens, tags) where token.kind != .space && token.kind != .lineBreak {
          let text = String(decoding: UnsafeBufferPointer(rebasing: bytes[token.range]), as: UTF8.self)
          table.add([
            .init(positions.place(token.range.lowerBound), .faint), .init((token.isPart ? "└ " : "") + text, .bold),
            .init("\(token.kind)"), .init(names[tag]),
          ])
        }
      }
    }
    if !table.isEmpty { table.write(style: output.style, width: output.width, into: &out) }
  }
}
