import GRDB

/// Numbers of articles, ascending, each once.
struct IDSet: Equatable {
  private(set) var ids: [Int64]

  /// - Parameter ids: ascending, each once.
  init(sorted ids: [Int64] = []) { self.ids = ids }

  /// - Parameter sql: gives numbers, ascending, each once.
  init(_ db: Database, _ sql: String, _ arguments: StatementArguments = []) throws {
    ids = try Int64.fetchAll(db, sql: sql, arguments: arguments)
  }

  var count: Int { ids.count }

  func union(_ other: IDSet) -> IDSet { merged(other, keepsOwn: true, keepsBoth: true, keepsOther: true) }
  func intersection(_ other: IDSet) -> IDSet { merged(other, keepsOwn: false, keepsBoth: true, keepsOther: false) }
  func subtracting(_ other: IDSet) -> IDSet { merged(other, keepsOwn: true, keepsBoth: false, keepsOther: false) }

  /// - Complexity: O(*n* + *m*).
  private func merged(_ other: IDSet, keepsOwn: Bool, keepsBoth: Bool, keepsOther: Bool) -> IDSet {
    var result: [Int64] = []
    var (i, j) = (0, 0)
    while i < ids.count || j < other.ids.count {
      if j == other.ids.count || i < ids.count && ids[i] < other.ids[j] {
        if keepsOwn { result.append(ids[i]) }
        i += 1
      } else if i == ids.count || ids[i] > other.ids[j] {
        if keepsOther { result.append(other.ids[j]) }
        j += 1
      } else {
        if keepsBoth { result.append(ids[i]) }
        i += 1
        j += 1
      }
    }
    return IDSet(sorted: result)
  }
}
