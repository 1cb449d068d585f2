/// Elements on their way into an array: they wait in a small memory on the stack, and are appended many at a time. An append
/// of a single one asks whether the array is shared and has room, which costs more than most of what is appended.
struct Batch<Element> {
  private let memory: UnsafeMutableBufferPointer<Element>
  private var waiting = 0
  private var array: [Element]

  /// Elements that wait at most; so many of 16 bytes still lie on the stack.
  private static var room: Int { 64 }

  private init(_ memory: UnsafeMutableBufferPointer<Element>, _ array: consuming [Element]) {
    self.memory = memory
    self.array = array
  }

  /// - Parameter element: of a type that holds no references.
  @inline(__always) mutating func add(_ element: Element) {
    if waiting == Self.room { flush() }
    memory.initializeElement(at: waiting, to: element)
    waiting &+= 1
  }

  @inline(never) private mutating func flush() {
    array.append(contentsOf: UnsafeBufferPointer(rebasing: memory[..<waiting]))
    waiting = 0
  }

  /// Appends to `array` what `body` adds.
  @inline(__always) static func append(to array: inout [Element], _ body: (inout Batch<Element>) -> Void) {
    var whole: [Element] = []
    swap(&whole, &array)
    withUnsafeTemporaryAllocation(of: Element.self, capacity: room) { memory in
      var batch = Batch(memory, whole)
      whole = []
      body(&batch)
      batch.flush()
      swap(&whole, &batch.array)
    }
    swap(&whole, &array)
  }
}

extension Array {
  /// Appends `added` elements, which `fill` writes.
  @inline(__always)
  mutating func append(_ added: Int, of value: Element, _ fill: (UnsafeMutablePointer<Element>) -> Void) {
    let first = count
    append(contentsOf: repeatElement(value, count: added))
    withUnsafeMutableBufferPointer { elements in
      if let base = elements.baseAddress { fill(base + first) }
    }
  }
}
