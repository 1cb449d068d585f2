/// A number for each name of an article, so that what is known of it stands in flat arrays.
struct NameNumbers {
  private var keys: KeyNumbers
  private var names: [[UInt32]] = []

  /// - Parameter capacity: names there is room for at first.
  init(capacity: Int = 256) { keys = KeyNumbers(capacity: capacity) }

  var count: Int { names.count }

  /// Forgets all names.
  mutating func removeAll() {
    keys.removeAll()
    names.removeAll(keepingCapacity: true)
  }

  /// The number of a name, which is noted if it is new.
  ///
  /// - Complexity: O(*n*) in the length of the name.
  mutating func numbering(_ name: [UInt32]) -> Int {
    let (number, key) = find(name)
    if let number { return number }
    keys.set(names.count, of: key)
    names.append(name)
    return names.count - 1
  }

  /// The number of a name; nil if it was not noted.
  subscript(name: [UInt32]) -> Int? { find(name).number }

  /// The number of a name, and the key under which it stands or would.
  private func find(_ name: [UInt32]) -> (number: Int?, key: UInt64) {
    var key = NearestNames.key(name)
    // Long names have hashes for keys: another name may have it.
    while let number = keys[key] {
      if names[number] == name { return (number, key) }
      key &+= 1
    }
    return (nil, key)
  }
}
