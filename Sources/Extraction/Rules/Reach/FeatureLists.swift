/// Lists by number, one behind the other in memory.
struct FeatureLists<Element: BitwiseCopyable & Sendable>: Sendable {
  /// By number, and one more: where its list begins in ``elements``.
  private let starts: Table<Int32>
  private let elements: Table<Element>

  init(_ lists: [[Element]]) {
    var starts: [Int32] = [0]
    for list in lists { starts.append(starts[starts.count - 1] + Int32(list.count)) }
    self.starts = Table(starts)
    elements = Table(lists.flatMap(\.self))
  }

  /// Calls `body` with each element of the list number `number`.
  @inline(__always) func forEach(of number: Int, _ body: (Element) -> Void) {
    var element = elements.start + Int(starts[number])
    let last = elements.start + Int(starts[number &+ 1])
    while element < last {
      body(element.pointee)
      element += 1
    }
  }
}
