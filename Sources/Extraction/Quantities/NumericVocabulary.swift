import Lexicon

/// All words that the numeric grammars know, compiled from the tables of `Dictionaries/quantities` and
/// `Dictionaries/time`; built once, immutable, shared.
final class NumericVocabulary: Sendable {
  /// What a word that begins an expression (or forbids one) is.
  enum Front: UInt8 {
    case exception = 1, approximator, bareUnitApproximator, currency, prefix, clue
    case timeWord, partOfDay, holiday, solarTerm, era, period, part, lunarMonth
    case connector, length
  }

  /// What a word after a numeral is.
  enum After: UInt8 {
    case unit = 1, measureWord, currency, timeUnit, special, approximator, clue
  }

  struct Unit: Sendable {
    let canonical: String
    let dimension: String
    let arabicOnly: Bool
    /// How many of the base unit of its dimension it is.
    let factor: ExactDecimal
    /// One Chinese character, after which the next smaller unit may stay unsaid: 一米八, 三尺三, 两斤六.
    let takesBareDigits: Bool
    /// One Chinese character that is a measure word as well: 14节 (knots or lessons), 3匹 (horsepower or horses).
    let isHomonym: Bool
  }

  struct MeasureWord: Sendable {
    let word: String
    let afterOne: Bool
    let arabicOnly: Bool
  }

  struct Currency: Sendable {
    let code: String
    let factor: ExactDecimal
  }

  struct SpecialUnit: Sendable {
    let kind: SpecialKind
    let canonical: String
    let factor: ExactDecimal
    /// 旬, ten years of a life.
    var unitIsTens: Bool { kind == .age && factor != .one }
  }

  /// A letter that as a capital is another unit, or a power of ten.
  struct Capital: Sendable {
    let letter: UInt32
    let canonical: String
    let power: Int
  }

  enum SpecialKind: String { case percent, points, tenths, discount, age, temperature, degree }

  struct Approximator: Sendable {
    let approximation: Approximation
    let inside: Bool
  }

  enum Prefix: String {
    case ordinal, negative, belowZero = "below-zero", perHour = "per-hour", perSecond = "per-second"
    case first, several, half, ratio, elidedOne = "elided-one", point
    case hundredths, thousandths, tenThousandths = "ten-thousandths", celsius, fahrenheit, phone
  }

  enum Clue: String {
    case phone, identifier, temperature, fahrenheit, age, determiner, clause, multiple, discount, institution,
      comparison, unit, electricity, score, house

    /// A small number of its own, below 16.
    var index: Int {
      switch self {
      case .phone: 0
      case .identifier: 1
      case .temperature: 2
      case .fahrenheit: 3
      case .age: 4
      case .determiner: 5
      case .clause: 6
      case .multiple: 7
      case .discount: 8
      case .institution: 9
      case .comparison: 10
      case .unit: 11
      case .electricity: 12
      case .score: 13
      case .house: 14
      }
    }
  }

  let classes: ScalarClasses
  let front: WordTrie
  let after: WordTrie
  let units: [Unit]
  let measureWords: [MeasureWord]
  let currencies: [Currency]
  let specialUnits: [SpecialUnit]
  let approximators: [Approximator]
  let prefixes: [Prefix]
  let clues: [Clue]
  let capitals: [Capital]
  let times: TimeVocabulary

  /// - Throws: ``NumericTableError`` if a table is missing or lacks a column.
  init(tables: any TableSource) throws(NumericTableError) {
    var builder = NumericVocabularyBuilder(tables: tables)
    try builder.loadNumerals()
    try builder.loadQuantities()
    times = try builder.loadTimes()
    classes = builder.classes
    front = builder.front.trie()
    after = builder.after.trie()
    units = builder.units
    measureWords = builder.measureWords
    currencies = builder.currencies
    specialUnits = builder.specialUnits
    approximators = builder.approximators
    prefixes = builder.prefixes
    clues = builder.clues
    capitals = builder.capitals
  }
}

/// A table that the numeric grammars need is not as they need it.
package struct NumericTableError: Error, Equatable, CustomStringConvertible {
  package let table: String
  package let reason: Reason

  package enum Reason: Equatable, Sendable {
    case missing
    case missingColumn(String)
    case badValue(line: Int, value: String)
  }

  package var description: String {
    switch reason {
    case .missing: "the dictionary has no table \(table)"
    case .missingColumn(let name): "table \(table) has no column \(name)"
    case .badValue(let line, let value): "table \(table), line \(line): \(value) is not understood"
    }
  }
}

extension TimeVocabulary.Unit {
  /// The symbol of what is counted per this: h, min, s; nil for days and longer, which are named.
  var symbol: String? {
    guard count == .one else { return nil }
    return switch designator {
    case .hour: "h"
    case .minute: "min"
    case .second: "s"
    default: nil
    }
  }
}
