import Extraction
import Text

/// A measurement as ``FactCheck`` compares it.
struct CheckedFact: Sendable {
  let place: FactFinding.Place
  /// The sentence in its article.
  let sentence: Int
  /// Where the quantity stands in the article, which tells quantities apart.
  let quantity: Span
  let subject: String
  /// The verb that governs the subject: 出口汽车 and 进口汽车 are not one fact.
  let verb: String
  let thing: String?
  let time: String?
  /// Whether the time is settled, so that it means the same in another article.
  let isTimeKnown: Bool
  let isAsOf: Bool
  let unit: String
  let interval: NumberInterval
  let isExact: Bool
  let comparison: Measurement.Comparison.Kind?
  let direction: Measurement.Direction?
  let base: String?
  let from: NumberInterval?
  let of: String?
  /// The whole that it is a part of.
  let total: Span?
  let construction: String
  /// Whether a word says that this is all there is: 共有, 总额为.
  let isStated: Bool

  var isLevel: Bool { comparison == nil || comparison == .level }

  static func facts(of report: ArticleReport) -> [CheckedFact] {
    report.analysis.measurements.compactMap { CheckedFact($0, report) }
  }

  private init?(_ found: Measurement, _ report: ArticleReport) {
    guard let interval = NumberInterval(found.quantity) else { return nil }
    place = FactFinding.Place(
      name: report.name, place: report.positions.place(found.quantity.span.lower),
      text: report.document.line(found.span), offset: found.quantity.span.lower)
    sentence = report.sentence(of: found.quantity.span.lower)
    quantity = found.quantity.span
    subject = found.subject.text
    func text(_ part: Measurement.Evidence.Part) -> String? {
      found.evidence.first { $0.part == part }.map { report.document.line($0.span) }
    }
    verb = text(.verb) ?? ""
    isStated = text(.cue) != nil
    thing = found.thing.map { $0.entity?.canonical ?? $0.text }
    let ends = found.time?.ends
    isTimeKnown = ends?.from != nil || ends?.to != nil
    time = isTimeKnown ? "\(ends?.from ?? "")/\(ends?.to ?? "")" : found.time?.text
    isAsOf = found.isAsOf
    unit = found.quantity.unit ?? found.quantity.kind.rawValue
    self.interval = interval
    isExact = found.quantity.approximation == .exact
    comparison = found.comparison?.kind
    direction = found.comparison?.direction
    base = found.comparison?.base.map { $0.kind == .named ? $0.text : $0.kind.rawValue }
    from = found.comparison?.from.flatMap { NumberInterval($0) }
    of = found.comparison?.of?.text
    total = found.total?.span
    construction = found.construction
  }
}
