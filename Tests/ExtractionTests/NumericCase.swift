import Extraction
import Foundation
import Testing

/// A line of `Fixtures/cases/quantities` or `cases/times`. The input is folded: half width, simplified, lower case.
struct NumericCase: Decodable, Sendable, CustomTestStringConvertible {
  var input: String
  var reference: String?
  var expected: [Fact]
  var note: String?

  var testDescription: String { input }

  struct Fact: Codable, Equatable, Sendable {
    var text: String
    var kind: String
    var value: Value
    var unit: String?
    var approx: String?
    /// Of times; not looked at where a case leaves it out.
    var edtf: String?
    var alt: [Value]?

    /// Without what `expected` does not tell.
    func asTold(by expected: Fact?) -> Fact {
      var told = self
      if expected?.edtf == nil { told.edtf = nil }
      if expected?.alt == nil { told.alt = nil }
      return told
    }
  }

  enum Value: Codable, Equatable, Sendable {
    case none
    case number(Double)
    case text(String)
    case period(start: Side?, end: Side?)

    enum Side: Codable, Equatable, Sendable {
      case number(Double)
      case text(String)

      init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let number = try? container.decode(Double.self) {
          self = .number(number)
        } else {
          self = .text(try container.decode(String.self))
        }
      }

      func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .number(let number): try container.encode(number)
        case .text(let text): try container.encode(text)
        }
      }
    }

    private enum Key: CodingKey { case start, end }

    init(from decoder: any Decoder) throws {
      if let container = try? decoder.container(keyedBy: Key.self) {
        self = .period(
          start: try container.decodeIfPresent(Side.self, forKey: .start),
          end: try container.decodeIfPresent(Side.self, forKey: .end))
        return
      }
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        self = .none
      } else if let number = try? container.decode(Double.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      switch self {
      case .none:
        var container = encoder.singleValueContainer()
        try container.encodeNil()
      case .number(let number):
        var container = encoder.singleValueContainer()
        try container.encode(number)
      case .text(let text):
        var container = encoder.singleValueContainer()
        try container.encode(text)
      case .period(let start, let end):
        var container = encoder.container(keyedBy: Key.self)
        try container.encode(start, forKey: .start)
        try container.encode(end, forKey: .end)
      }
    }
  }

  /// The cases of `Fixtures/cases/<name>.jsonl`.
  static func load(_ name: String) -> [NumericCase] {
    do {
      let url = repository.appending(path: "Tests/Fixtures/cases/\(name).jsonl")
      let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      return try lines.map { try JSONDecoder().decode(NumericCase.self, from: Data($0.utf8)) }
    } catch {
      fatalError("cases \(name): \(error)")
    }
  }
}

extension NumericCase.Fact {
  /// The match as a case writes it down.
  init(_ match: NumericMatch, in text: String) {
    let scalars = Array(text.unicodeScalars)
    self.text = String(String.UnicodeScalarView(scalars[match.range]))
    kind = match.kind.rawValue
    unit = match.kind == .number ? nil : match.unit
    approx = match.approximation == .exact ? nil : match.approximation.rawValue
    value = NumericCase.Value(match.value)
    edtf = match.edtf
    // Of quantities it repeats the bounds; see ApproximationTests.
    alt = match.kind.isTime ? match.alternatives.map { NumericCase.Value($0) } : []
  }
}

extension NumericCase.Value {
  init(_ value: NumericValue) {
    self =
      switch value {
      case .unknown: .none
      case .number(let number): .number(number.double)
      case .interval(let a, let b): .period(start: a.map { .number($0.double) }, end: b.map { .number($0.double) })
      case .text(let text): .text(text)
      case .period(let a, let b): .period(start: a.map { .text($0) }, end: b.map { .text($0) })
      }
  }
}
