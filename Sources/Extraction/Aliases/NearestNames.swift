/// Where in an article names were named, by a key: which one was named last before a place, or first behind it.
///
/// - Complexity: amortized O(1) to note one, O(log n) to ask.
struct NearestNames<Key: Hashable> {
  struct Place {
    /// The number of the mention, ascending.
    let order: Int
    let name: Int
  }

  private struct List {
    var places: [Place] = []
    var names = 0

    mutating func note(_ place: Place, isNew: Bool) {
      places.append(place)
      if isNew { names += 1 }
    }
  }

  private var lists: [Key: List] = [:]

  var isEmpty: Bool { lists.isEmpty }

  /// Notes a mention; they come in ascending order.
  ///
  /// - Parameter isNew: whether the name is noted for the first time; it has the same keys each time.
  mutating func note(_ name: Int, at order: Int, for key: Key, isNew: Bool) {
    lists[key, default: List()].note(Place(order: order, name: name), isNew: isNew)
  }

  /// How many names share the key.
  func count(of key: Key) -> Int { lists[key]?.names ?? 0 }

  /// The names that were named last before `order`, the nearest first, then the first behind it; each once.
  ///
  /// - Parameter limit: mentions looked at on each side.
  func names(of key: Key, around order: Int, limit: Int = 12) -> [(name: Int, order: Int, isBefore: Bool)] {
    guard let list = lists[key]?.places else { return [] }
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
