import Extraction
import Lexicon

/// Lays out the weights of `models/entities`.
struct EntityModelCompiler {
  private(set) var built: EntityModelBuilder
  private(set) var errors: [DictionaryError] = []
  private(set) var featureCount = 0

  static let tableName = "models/entities"
  private static let columns = ["feature", "person", "organization", "place"]

  var byteCount: Int {
    built.characters.count + 4 * built.pairKeys.count + built.pairs.count + built.names.count
      + 2 * built.namedWeights.count
  }

  /// - Parameter code: the code of a folded scalar.
  init(_ table: Table?, codeCount: Int, code: (UInt32) -> UInt16) {
    built = EntityModelBuilder([], codeCount: codeCount, code: code)
    guard let table else { return }
    let file = Self.tableName + ".tsv"
    let columns = Self.columns.compactMap(table.column)
    guard columns.count == Self.columns.count else {
      let reason = DictionaryError.Reason.badHeader("columns: " + Self.columns.joined(separator: ", "))
      errors.append(DictionaryError(file: file, line: 1, reason: reason))
      return
    }
    var rows: [EntityModelBuilder.Row] = []
    var lines: [Int32] = []
    for (row, line) in zip(table.rows, table.lines) {
      var weights = SIMD4<Int16>.zero
      var isSound = true
      for (lane, column) in columns.dropFirst().enumerated() {
        guard let weight = Int16(row[column]), abs(Int(weight)) <= Int(EntityWeights.greatestNamed) else {
          isSound = false
          let reason = DictionaryError.Reason.badField(
            column: Self.columns[lane + 1], value: row[column],
            expected: "between -\(EntityWeights.greatestNamed) and \(EntityWeights.greatestNamed)")
          errors.append(DictionaryError(file: file, line: Int(line), reason: reason))
          continue
        }
        weights[lane] = weight
      }
      guard isSound else { continue }
      rows.append(.init(feature: row[columns[0]], weights: weights))
      lines.append(line)
    }
    built = EntityModelBuilder(rows, codeCount: codeCount, code: code)
    featureCount = rows.count
    for problem in built.problems {
      switch problem {
      case .feature(let row):
        let reason = DictionaryError.Reason.badField(
          column: "feature", value: rows[row].feature, expected: "a feature (see models/README.md)")
        errors.append(DictionaryError(file: file, line: Int(lines[row]), reason: reason))
      case .weight(let row):
        let reason = DictionaryError.Reason.badField(
          column: "weights", value: rows[row].feature, expected: "between -127 and 127 for characters")
        errors.append(DictionaryError(file: file, line: Int(lines[row]), reason: reason))
      }
    }
  }
}
