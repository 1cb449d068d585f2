import Indexing
import Lexicon
import Text

/// Checks the facts of files: analysis on several threads, the comparison in the order of the input.
package struct FactCheckBatch {
  private let batch: ExtractionBatch
  private let partitions: Partitions

  package init(_ analyzer: Analyzer, input: InputOptions, output: OutputOptions) {
    batch = ExtractionBatch(
      analyzer, writer: FactCollector(kinds: [], isChecked: true), input: input, output: output, hasLines: true)
    partitions = Partitions(lexicon: analyzer.lexicon)
  }

  /// - Returns: what does not fit together, in the order in which the second place of each stands.
  package func run(
    _ sources: [InputSource], report: @escaping (InputProblem) -> Void, progress: @escaping (Int) -> Void
  ) throws -> [FactFinding] {
    var check = FactCheck(partitions: partitions)
    var sink = BatchSink(write: { _ in }, report: report, progress: progress)
    sink.facts = { check.add($0) }
    try batch.run(sources, into: sink)
    return check.findings
  }
}
