extension MeasurementReader {
  /// What a lead says of the quantity beside its subject; nil where it is a plain value.
  func comparison(_ lead: Lead) -> MeasurementFinding.Comparison? {
    // 隧道长13公里, which is longer than nothing.
    let change = lead.change?.kind == .size && lead.base == nil ? nil : lead.change
    let isBare = lead.kind == nil && change == nil && lead.from == nil
    if isBare { return nil }
    let kind =
      lead.kind
      ?? (lead.from != nil || change?.kind == .to
        ? .level : change?.kind == .rate && lead.isRateNamed ? .level : .change)
    return MeasurementFinding.Comparison(
      kind: kind, direction: change?.direction, base: lead.base,
      from: lead.from.map { (row.value($0), row.range($0)) }, of: lead.of.flatMap(phrase))
  }

  /// 与上年持平: told of the value before it.
  mutating func readSame(at index: Int) {
    guard let last = found.indices.last, last >= firstOfSentence, found[last].comparison == nil else { return }
    var base: (kind: Measurement.Base.Kind, range: Range<Int>)?
    if let before = skippingFillers(before: index), cue(before)?.meaning == .base, let kind = cue(before)?.base {
      base = (kind, row.range(before))
    } else if let start = opening(before: index, [.than, .and]) {
      base = self.base(start + 1..<index)
    }
    guard base != nil else { return }
    found[last].comparison = MeasurementFinding.Comparison(kind: .level, direction: .same, base: base)
    found[last].comparisonCue = row.range(index)
  }
}
