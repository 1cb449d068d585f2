import Foundation
package import GRDB
import GRDBSQLite
package import Lexicon
import SearchTokens

extension Database {
  /// Gives the connection our tokenizer.
  ///
  /// GRDB has custom tokenizers of its own; ours is registered by itself because it also serves SQLite's other clients
  /// and takes tokens that were made beforehand.
  package func addSearchTokenizer(_ lexicon: Lexicon) throws {
    guard let api = fts5(), SearchTokenizer.register(api, lexicon: lexicon) == SQLITE_OK else {
      throw DatabaseError(message: "this SQLite has no FTS5")
    }
  }

  /// `wenmai_body_offset(places, start)`: where in the column `body` an offset of the article begins.
  func addBodyOffset() {
    add(
      function: DatabaseFunction("wenmai_body_offset", argumentCount: 2, pure: true) { values in
        guard let places = Data.fromDatabaseValue(values[0]), let offset = Int.fromDatabaseValue(values[1]) else {
          return nil
        }
        return ArchiveBody(text: [], stored: Array(places)).body(ofOriginal: offset)
      })
  }

  /// https://sqlite.org/fts5.html#extending_fts5
  private func fts5() -> UnsafeMutableRawPointer? {
    var statement: OpaquePointer?
    defer { sqlite3_finalize(statement) }
    guard sqlite3_prepare_v2(sqliteConnection, "SELECT fts5(?)", -1, &statement, nil) == SQLITE_OK else { return nil }
    var api: UnsafeMutableRawPointer?
    withUnsafeMutablePointer(to: &api) { place in
      sqlite3_bind_pointer(statement, 1, place, "fts5_api_ptr", nil)
      sqlite3_step(statement)
    }
    return api
  }
}
