package import Lexicon

/// Reads one table source (`Dictionaries/README.md` describes the form) and tells everything that is wrong with it.
package struct TableParser {
  private let name: String
  private let file: String
  private var errors: [DictionaryError] = []
  private var columns: [Table.Column] = []
  private var classes: [Table.ClassRule] = []
  private var key: [String] = []
  private var seenHeader: Set<String> = []

  private init(name: String, file: String) {
    self.name = name
    self.file = file
  }

  /// - Parameters:
  ///   - source: the file's text.
  ///   - name: the table's name, `quantities/units`.
  ///   - file: how errors call the file.
  /// - Throws: all errors of the file. References to other tables are checked by the compiler, which knows them.
  package static func parse(_ source: [UInt8], name: String, file: String) throws(DictionaryErrors) -> Table {
    var parser = TableParser(name: name, file: file)
    let table = parser.run(source)
    if !parser.errors.isEmpty { throw DictionaryErrors(parser.errors) }
    return table
  }

  private mutating func report(_ line: Int, _ reason: DictionaryError.Reason) {
    errors.append(DictionaryError(file: file, line: line, reason: reason))
  }

  private mutating func run(_ source: [UInt8]) -> Table {
    if source.starts(with: [0xEF, 0xBB, 0xBF]) { report(1, .byteOrderMark) }
    var rows: [[String]] = []
    var lines: [Int32] = []
    var previous = source[0..<0]
    var firstLine: [String: Int] = [:]
    var number = 0
    var inHeader = true
    for line in source.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if line.isEmpty { continue }
      if line.last == 0x0D {
        report(number, .carriageReturn)
        continue
      }
      if line.starts(with: [0x23, 0x20]) {
        if inHeader { readHeader(line, number) }
        continue
      }
      guard let text = String(validating: line, as: UTF8.self) else {
        report(number, .notUTF8(byteOffset: line.startIndex))
        continue
      }
      if inHeader {
        inHeader = false
        checkHeader()
        if columns.isEmpty { break }
      }
      if line.lexicographicallyPrecedes(previous) {
        report(number, .notSorted(after: String(decoding: previous, as: UTF8.self)))
      }
      previous = line
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard check(fields, number) else { continue }
      let identity = key.compactMap { name in columns.firstIndex { $0.name == name }.map { fields[$0] } }
        .joined(separator: "\t")
      if let first = firstLine.updateValue(number, forKey: identity) {
        report(number, .duplicateKey(identity, firstLine: first))
      }
      rows.append(fields)
      lines.append(Int32(number))
    }
    if inHeader { checkHeader() }
    return Table(name: name, columns: columns, rows: rows, lines: lines, classes: classes)
  }

  private mutating func readHeader(_ line: ArraySlice<UInt8>, _ number: Int) {
    let text = String(decoding: line.dropFirst(2), as: UTF8.self)
    guard let colon = text.firstIndex(of: ":") else { return }
    let value = text[text.index(after: colon)...].drop { $0 == " " }
    switch text[..<colon] {
    case "columns":
      seenHeader.insert("columns")
      for field in value.split(separator: "\t", omittingEmptySubsequences: false) {
        if let column = Self.column(String(field)) {
          columns.append(column)
        } else {
          report(number, .badHeader(text))
        }
      }
    case "class":
      var words = value.split(separator: " ").map(String.init)
      guard !words.isEmpty else { return report(number, .badHeader(text)) }
      let name = words.removeFirst()
      var by: String?
      if let at = words.firstIndex(of: "by") {
        guard at == words.count - 2 else { return report(number, .badHeader(text)) }
        by = words[at + 1]
        words.removeLast(2)
      }
      classes.append(Table.ClassRule(name: name, columns: words, by: by))
    case "key":
      key = value.split(separator: " ").map(String.init)
    case let other:
      if Self.requiredKeys.contains(String(other)), !value.isEmpty { seenHeader.insert(String(other)) }
    }
  }

  private static let requiredKeys = ["concern", "source", "licence", "columns"]

  private mutating func checkHeader() {
    for required in Self.requiredKeys where !seenHeader.contains(required) {
      report(1, .missingHeader(key: required))
    }
    if key.isEmpty, let first = columns.first { key = [first.name] }
    for name in key where !columns.contains(where: { $0.name == name }) {
      report(1, .badHeader("key: there is no column '\(name)'"))
    }
    classes = classes.map { rule in
      rule.columns.isEmpty
        ? Table.ClassRule(name: rule.name, columns: columns.prefix(1).map(\.name), by: rule.by) : rule
    }
    for rule in classes {
      for name in rule.columns + (rule.by.map { [$0] } ?? [])
      where !columns.contains(where: { $0.name == name }) {
        report(1, .badHeader("class \(rule.name): there is no column '\(name)'"))
      }
    }
  }

  /// `name`, `name:type`, `name?`, `name?:type` or `name:type?`
  private static func column(_ text: String) -> Table.Column? {
    let optional = text.contains("?")
    let parts = text.replacing("?", with: "").split(separator: ":", maxSplits: 1).map(String.init)
    guard let name = parts.first, !name.contains(" ") else { return nil }
    let type: Table.ColumnType
    switch parts.count == 2 ? parts[1] : "text" {
    case "text": type = .text
    case "int": type = .integer
    case "number": type = .number
    case "flag": type = .flag
    case "tag": type = .tag
    case "scalar": type = .scalar
    case "list": type = .list
    case let spec where spec.hasPrefix("@"):
      guard let dot = spec.lastIndex(of: ".") else { return nil }
      let path = spec[spec.index(after: spec.startIndex)..<dot]
      type = .reference(table: String(path), column: String(spec[spec.index(after: dot)...]))
    case let spec:
      let values = spec.split(separator: "|").map(String.init)
      guard values.count > 1 else { return nil }
      type = .enumeration(values)
    }
    return Table.Column(name: name, type: type, optional: optional)
  }

  private mutating func check(_ fields: [String], _ line: Int) -> Bool {
    guard fields.count == columns.count else {
      report(line, .fieldCount(expected: columns.count, found: fields.count))
      return false
    }
    var good = true
    for (column, value) in zip(columns, fields) {
      if value.isEmpty {
        if !column.optional {
          report(line, .emptyField(column: column.name))
          good = false
        }
      } else if let expected = Self.complaint(about: value, in: column.type) {
        report(line, .badField(column: column.name, value: value, expected: expected))
        good = false
      }
    }
    return good
  }

  /// What the value should have been, or nil if it is right.
  private static func complaint(about value: String, in type: Table.ColumnType) -> String? {
    switch type {
    case .text, .tag, .reference: nil
    case .integer: Int(value) == nil ? "a whole number" : nil
    case .number: Double(value) == nil ? "a number" : nil
    case .flag: value == "0" || value == "1" ? nil : "0 or 1"
    case .scalar: UInt32(value, radix: 16).flatMap(Unicode.Scalar.init) == nil ? "a scalar in hexadecimal" : nil
    case .list:
      value.split(separator: "|", omittingEmptySubsequences: false).contains("") ? "a list without empty items" : nil
    case .enumeration(let values): values.contains(value) ? nil : "one of " + values.joined(separator: ", ")
    }
  }
}
