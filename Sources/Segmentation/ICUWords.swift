/// ICU's word boundaries. Its module is written at the same time; until it has landed, this cuts nothing.
struct ICUWords {}

extension SegmentationWorker {
  func segmentByICU(
    _ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>, _ body: (UnsafeBufferPointer<Token>) -> Void
  ) {}
}
