import Lexicon

/// Reads the tables into tries and arrays.
struct NumericVocabularyBuilder {
  let tables: any TableSource
  var classes = ScalarClasses()
  var front = WordTrieBuilder()
  var after = WordTrieBuilder(room: 1 << 12)
  var units: [NumericVocabulary.Unit] = []
  var measureWords: [NumericVocabulary.MeasureWord] = []
  var currencies: [NumericVocabulary.Currency] = []
  var specialUnits: [NumericVocabulary.SpecialUnit] = []
  var approximators: [NumericVocabulary.Approximator] = []
  var prefixes: [NumericVocabulary.Prefix] = []
  var clues: [NumericVocabulary.Clue] = []
  var capitals: [NumericVocabulary.Capital] = []

  init(tables: any TableSource) { self.tables = tables }

  /// One row, its fields in the order of the columns asked for.
  struct Row {
    let row: TableRows.Row
    let order: [Int]
    subscript(i: Int) -> String { row[order[i]] }
    func flag(_ i: Int) -> Bool { self[i] == "1" }
  }

  /// Calls `body` for every row of `name`; `nil` from it means that a value is not understood.
  func rows(
    _ name: String, _ columns: [String], _ body: (Row) -> Void?
  ) throws(NumericTableError) {
    guard let rows = tables.rows(of: name) else { throw NumericTableError(table: name, reason: .missing) }
    var order: [Int] = []
    for column in columns {
      guard let index = rows.column(column) else {
        throw NumericTableError(table: name, reason: .missingColumn(column))
      }
      order.append(index)
    }
    for index in rows.indices {
      let row = rows[index]
      if body(Row(row: row, order: order)) == nil {
        throw NumericTableError(
          table: name, reason: .badValue(line: row.line, value: row.fields.joined(separator: " ")))
      }
    }
  }

  mutating func addFront(_ word: String, _ role: NumericVocabulary.Front, _ payload: Int, flag: UInt16?) {
    front.insert(word.unicodeScalars.lazy.map(\.value), role: role.rawValue, payload: Int32(payload))
    if let flag { classes.mark(flag, word) }
  }

  mutating func addAfter(_ word: String, _ role: NumericVocabulary.After, _ payload: Int) {
    after.insert(word.unicodeScalars.lazy.map(\.value), role: role.rawValue, payload: Int32(payload))
    classes.markFollower(
      role == .timeUnit ? ScalarClasses.unitFollows | ScalarClasses.timeFollows : ScalarClasses.unitFollows,
      word.unicodeScalars.first?.value)
  }

  mutating func loadNumerals() throws(NumericTableError) {
    let roles: [String: NumeralRole] = [
      "digit": .digit, "formal-digit": .formalDigit, "ten": .ten, "tens": .tens, "formal-ten": .formalTen,
      "unit": .unit, "formal-unit": .formalUnit, "section": .section, "indefinite": .indefinite,
      "several": .several, "half": .half, "point": .point, "more": .more, "more-ten": .more,
      "pair": .pair, "inner-formal-digit": .innerFormalDigit,
    ]
    try rows("quantities/numerals", ["character", "value", "role"]) { row in
      guard let role = roles[row[2]], let scalar = row[0].unicodeScalars.first else { return nil }
      let value = ExactDecimal(parsing: row[1]).normalized
      // 来 is told from 多 and 余 by its number.
      let isPower = role.isMultiplier
      classes.setRole(role, number: isPower ? value.exponent : value.integer ?? 0, of: scalar.value)
      return ()
    }
  }

  mutating func loadQuantities() throws(NumericTableError) {
    try rows("quantities/measure-words", ["word", "after-one", "arabic-only"]) { row in
      addAfter(row[0], .measureWord, measureWords.count)
      measureWords.append(.init(word: row[0], afterOne: row.flag(1), arabicOnly: row.flag(2)))
      return ()
    }
    let counters = Set(measureWords.map(\.word))
    try rows("quantities/units", ["unit", "canonical", "dimension", "arabic-only", "factor-to-base"]) { row in
      addAfter(row[0], .unit, units.count)
      let scalars = row[0].unicodeScalars
      let short = scalars.count == 1 && scalars.first.map { GrammarScalar.isHan($0.value) } == true
      units.append(
        .init(
          canonical: row[1], dimension: row[2], arabicOnly: row.flag(3), factor: ExactDecimal(parsing: row[4]),
          takesBareDigits: short && (row[2] == "length" || row[2] == "mass"),
          isHomonym: (row[2] == "speed" || row[2] == "power") && counters.contains(row[0])))
      return ()
    }
    try rows("quantities/currencies", ["name", "code", "position", "factor"]) { row in
      if row[2] != "after" { addFront(row[0], .currency, currencies.count, flag: ScalarClass.quantity) }
      if row[2] != "before" { addAfter(row[0], .currency, currencies.count) }
      currencies.append(.init(code: row[1], factor: ExactDecimal(parsing: row[3])))
      return ()
    }
    try rows("quantities/special-units", ["word", "kind", "canonical", "factor"]) { row in
      guard let kind = NumericVocabulary.SpecialKind(rawValue: row[1]) else { return nil }
      addAfter(row[0], .special, specialUnits.count)
      specialUnits.append(.init(kind: kind, canonical: row[2], factor: ExactDecimal(parsing: row[3])))
      return ()
    }
    try rows("quantities/approximators", ["word", "position", "approx", "inside"]) { row in
      guard let approximation = Approximation(rawValue: row[2]) else { return nil }
      switch row[1] {
      case "before": addFront(row[0], .approximator, approximators.count, flag: ScalarClass.quantity)
      case "before-unit": addFront(row[0], .bareUnitApproximator, approximators.count, flag: ScalarClass.quantity)
      default: addAfter(row[0], .approximator, approximators.count)
      }
      approximators.append(.init(approximation: approximation, inside: row.flag(3)))
      return ()
    }
    try rows("quantities/prefixes", ["word", "role"]) { row in
      guard let role = NumericVocabulary.Prefix(rawValue: row[1]) else { return nil }
      addFront(row[0], .prefix, prefixes.count, flag: role == .ratio ? nil : ScalarClass.quantity)
      if role == .ratio { classes.markFollower(ScalarClasses.unitFollows, row[0].unicodeScalars.first?.value) }
      prefixes.append(role)
      return ()
    }
    try rows("quantities/clues", ["word", "position", "says"]) { row in
      guard let clue = NumericVocabulary.Clue(rawValue: row[2]) else { return nil }
      if row[1] == "before" {
        addFront(row[0], .clue, clues.count, flag: ScalarClass.clue)
      } else {
        addAfter(row[0], .clue, clues.count)
      }
      clues.append(clue)
      return ()
    }
    // What joins the two ends of a range may follow a single digit: 二至三公升.
    try rows("time/connectors", ["word", "role"]) { row in
      if row[1] == "to" { classes.markFollower(ScalarClasses.unitFollows, row[0].unicodeScalars.first?.value) }
      return ()
    }
    try rows("quantities/capital-units", ["letter", "canonical", "power-of-ten"]) { row in
      guard let letter = row[0].unicodeScalars.first?.value, let power = Int(row[2]) else { return nil }
      capitals.append(.init(letter: letter, canonical: row[1], power: power))
      return ()
    }
    try rows("quantities/number-exceptions", ["word"]) { row in
      addFront(row[0], .exception, 0, flag: ScalarClass.exception)
      return ()
    }
  }
}
