/// Where in an article names were named, by a key: which one was named last before a place, or first behind it.
///
/// - Complexity: amortized O(1) to note one, O(log n) to ask.
struct NearestNames<Key: Hashable> {
  struct Place {
    /// The number of the mention, ascending.
    let order: Int
    let name: Int
  }

  private var places: [Key: [Place]] = [:]
  private var distinct: [Key: Set<Int>] = [:]

  var isEmpty: Bool { places.isEmpty }

  /// Notes a mention; they come in ascending order.
  mutating func note(_ name: Int, at order: Int, for key: Key) {
    places[key, default: []].append(Place(order: order, name: name))
    distinct[key, default: []].insert(name)
  }

  /// How many names share the key.
  func count(of key: Key) -> Int { distinct[key]?.count ?? 0 }

  /// The names that were named last before `order`, the nearest first, then the first behind it; each once.
  ///
  /// - Parameter limit: mentions looked at on each side.
  func names(of key: Key, around order: Int, limit: Int = 12) -> [(name: Int, order: Int, isBefore: Bool)] {
    guard let list = places[key] else { return [] }
    var low = 0
    var high = list.count
    while low < high {
      let middle = (low + high) / 2
      if list[middle].order < order { low = middle + 1 } else { high = middle }
    }
    var found: [(name: Int, order: Int, isBefore: Bool)] = []
    for place in list[max(0, low - limit)..<low].reversed() where !found.contains(where: { $0.name == place.name }) {
      found.append((place.name, place.order, true))
    }
    for place in list[low..<min(list.count, low + limit)]
    where place.order != order && !found.contains(where: { $0.name == place.name }) {
      found.append((place.name, place.order, false))
    }
    return found
  }
}
