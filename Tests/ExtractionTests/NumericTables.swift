import DictionaryCompiler
import Extraction
import Foundation
import Lexicon

/// The tables of `Dictionaries/`, read from their sources.
struct SourceTables: TableSource {
  private let tables: [String: Table]

  /// - Throws: `DictionaryErrors` if a source is not well-formed.
  init(folders: [String]) throws {
    var tables: [String: Table] = [:]
    let root = repository.appending(path: "Dictionaries")
    for folder in folders {
      let files = try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path)
      for file in files.sorted() where file.hasSuffix(".tsv") {
        let name = "\(folder)/\(file.dropLast(4))"
        let source = [UInt8](try Data(contentsOf: root.appending(path: "\(name).tsv")))
        tables[name] = try TableParser.parse(source, name: name, file: file)
      }
    }
    self.tables = tables
  }

  func table(_ name: String) -> Table? { tables[name] }
}

let repository = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// One reader for all tests: building it is itself tested.
let reader: NumericReader = {
  do {
    return try NumericReader(tables: SourceTables(folders: ["quantities", "time"]))
  } catch {
    fatalError("the tables of Dictionaries/ cannot be read: \(error)")
  }
}()

/// The matches of a folded text.
func read(_ text: String, reference: String? = nil, nested: Bool = false) -> [NumericMatch] {
  var context = NumericContext(reference: reference.flatMap { Moment(iso: $0) })
  return read(text, context: &context, nested: nested)
}

func read(_ text: String, context: inout NumericContext, nested: Bool = false) -> [NumericMatch] {
  let scalars = text.unicodeScalars.map(\.value)
  return scalars.withUnsafeBufferPointer { reader.read($0, context: &context, nested: nested) }
}
