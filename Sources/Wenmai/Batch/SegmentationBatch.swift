package import DictionaryCompiler
package import Segmentation
import Text

/// Segments files of any number and size, on several threads, in bounded memory.
package struct SegmentationBatch {
  private let segmenter: Segmenter
  private let input: InputOptions
  private let format: SegmentationFormat
  private let output: OutputOptions
  private let tagger: (Tagger, TagNames)?

  /// What was odd in the dictionaries without being wrong.
  package let warnings: [DictionaryError]

  /// - Parameters:
  ///   - dictionaries: words of a user's own.
  ///   - model: weights of a user's own for mode `precise`.
  ///   - tags: how the parts of speech are written; nil for none. A table has them always.
  /// - Throws: ``DictionaryErrors``, the errors of all dictionaries.
  package init(
    mode: SegmentationMode, dictionaries: [SourceFile], model: SourceFile? = nil, format: SegmentationFormat,
    tags: TagSet?,
    input: InputOptions, output: OutputOptions
  ) throws {
    (segmenter, warnings) = try Analyzer.segmenter(mode: mode, dictionaries: dictionaries, model: model)
    self.format = format
    let set = tags ?? (format == .table ? .pku : nil)
    let lexicon = segmenter.lexicon
    tagger = set.map { (Tagger(lexicon: lexicon), TagNames(lexicon, $0)) }
    self.input = input
    self.output = output
  }

  private typealias Workers = OrderedWorkers<SegmentationJob, BatchOutput>

  /// Reads all `sources` in order and writes their words; what fails is reported, the rest still done.
  ///
  /// - Throws: what the sink's `write` throws; nothing more is read then.
  package func run(_ sources: [InputSource], into sink: BatchSink) throws {
    let (segmenter, format, output, tagger) = (segmenter, format, output, tagger)
    let (inputs, outputs) = (BufferPool(), BufferPool())
    let workers = Workers(threads: input.threads) {
      let worker = SegmentationJobWorker(segmenter, tagger, format: format, output: output, buffers: outputs)
      return { worker.perform($0) }
    } emit: { output in
      try sink.take(output)
      inputs.give(output.input)
      outputs.give(output.bytes)
    }
    for source in sources {
      do {
        let opened = try OpenedInput(source, options: input)
        switch opened.format {
        case .jsonLines: try readRecords(opened, workers)
        case .plain: try readText(opened, inputs, workers)
        case .html:
          let reason = "HTML cannot be segmented as it is; see 'wenmai extract', or give --input-format text"
          sink.report(InputProblem(input: source.name, reason: reason))
        }
      } catch let problem as InputProblem {
        sink.report(problem)
      }
    }
    try workers.finish()
  }

  private func readRecords(_ opened: OpenedInput, _ workers: Workers) throws {
    var reader = LineBatchReader(opened.file, head: opened.head, encoding: opened.encoding, size: Self.windowSize)
    while let batch = try reader.next() { try workers.submit(.records(batch, name: opened.file.name)) }
  }

  private func readText(_ opened: OpenedInput, _ buffers: BufferPool, _ workers: Workers) throws {
    var reader = WindowReader(opened.file, head: opened.head, encoding: opened.encoding, size: Self.windowSize)
    var place = InputPlace()
    var consumed = 0
    while let raw = try reader.nextRaw(reusing: buffers.take()) {
      let window = SegmentationJob.Window(
        raw: raw, encoding: opened.encoding, isFirst: consumed == 0, offset: consumed, name: opened.file.name)
      consumed += raw.count
      if format == .text {
        try workers.submit(.window(window))
      } else {
        // Where the next window begins must be known before: decoded here, not by the worker.
        let text = WindowReader.decode(window.raw, encoding: window.encoding, isFirst: window.isFirst)
        try workers.submit(.located(text, at: place, window))
        place = text.utf8.withUnsafeBufferPointer { place.advanced(over: $0, unit: output.offsets) }
      }
    }
  }

  /// Bytes that a thread segments in one go, some milliseconds.
  private static let windowSize = 512 << 10
}

/// The formats in which words are written.
package enum SegmentationFormat: String, CaseIterable, Sendable {
  case text, jsonl, table
}
