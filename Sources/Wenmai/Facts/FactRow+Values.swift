import Extraction
import Indexing
import Text

// The values of the columns of `FactKind`, in their order.

extension Measurement {
  var values: [FactCell] {
    let numbers = quantity.bounds
    let moment = time?.ends
    let total = total.map { $0.text }
    var of = comparison?.of?.text
    if of == nil, comparison?.kind == .share { of = total }
    return [
      .text(subject.text), .text(quantity.text), FactCell(numbers.from), FactCell(numbers.to), FactCell(quantity.unit),
      .text(quantity.approximation.rawValue), FactCell(quantity.lower), FactCell(quantity.upper),
      FactCell(thing.map { $0.entity?.canonical ?? $0.text }), FactCell(time?.text), FactCell(moment?.from),
      FactCell(moment?.to), .flag(isAsOf), FactCell(comparison?.kind.rawValue),
      FactCell(comparison?.direction?.rawValue), FactCell(comparison?.base?.kind.rawValue),
      FactCell(comparison?.base?.text), FactCell(comparison?.from?.bounds.from), FactCell(of), FactCell(total),
      .text(construction),
    ]
  }
}

extension Role {
  var values: [FactCell] {
    [
      .text(person.canonical ?? person.text), FactCell(title?.text),
      FactCell(organization.map { $0.canonical ?? $0.text }), FactCell(place.map { $0.canonical ?? $0.text }),
      FactCell(qualifier?.rawValue), FactCell(event?.rawValue), FactCell(time?.text), .text(construction),
    ]
  }
}

extension Statement {
  func values(of document: Document) -> [FactCell] {
    [
      FactCell(speaker.map { $0.canonical ?? $0.text } ?? speakerText), FactCell(verbText), .text(kind.rawValue),
      .flag(isQuoted), .text(document.line(content)),
    ]
  }
}

extension NumericFact {
  /// The value, or both ends of a range.
  var bounds: (from: Double?, to: Double?) {
    switch value {
    case .number(let number): (number.double, nil)
    case .interval(let from, let to): (from?.double, to?.double)
    case .unknown, .text, .period: (nil, nil)
    }
  }

  /// The ends of a time in ISO 8601; a point has only the first.
  var ends: (from: String?, to: String?) {
    switch value {
    case .text(let text): (text, nil)
    case .period(let from, let to): (from, to)
    case .unknown, .number, .interval: (nil, nil)
    }
  }
}
