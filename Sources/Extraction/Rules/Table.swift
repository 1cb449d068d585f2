import Foundation

/// Memory for one table of a sentence: plain values, kept from sentence to sentence, read without checks.
///
/// Rules read such tables at every step, where an array's checks of bounds and of sharing cost as much as the work. Its
/// owner asks for room while it takes in a sentence, and reads below that until the next one. Copies share the memory:
/// they tell of the same sentence, and keep the memory alive. Tasks share only tables that nobody writes any more.
struct Table<Element: BitwiseCopyable>: @unchecked Sendable {
  private var memory: Memory
  private var base: UnsafeMutablePointer<Element>

  private final class Memory {
    let base: UnsafeMutablePointer<Element>
    let capacity: Int
    init(capacity: Int) {
      // From the start of a cache line on: elements of 16, 32 or 64 bytes do not lie across two.
      let bytes = UnsafeMutableRawPointer.allocate(
        byteCount: capacity * MemoryLayout<Element>.stride, alignment: 64)
      base = bytes.bindMemory(to: Element.self, capacity: capacity)
      self.capacity = capacity
    }
    deinit { UnsafeMutableRawPointer(base).deallocate() }
  }

  init() { self.init(capacity: 128) }

  /// - Parameter capacity: the elements there is room for at first.
  init(capacity: Int) {
    memory = Memory(capacity: capacity)
    base = memory.base
  }

  init(repeating value: Element, count: Int) {
    self.init(capacity: count)
    base.initialize(repeating: value, count: count)
  }

  init(_ elements: [Element]) {
    self.init()
    reserve(elements.count)
    for (index, element) in elements.enumerated() { base[index] = element }
  }

  /// Makes room for `count` elements and keeps the first `kept` of those there are; the others are undefined.
  @inline(__always) mutating func reserve(_ count: Int, keeping kept: Int = 0) {
    if count > memory.capacity { grow(count, kept) }
  }

  @inline(never) private mutating func grow(_ count: Int, _ kept: Int) {
    precondition(kept <= memory.capacity)
    let larger = Memory(capacity: max(count, 2 * memory.capacity))
    larger.base.update(from: base, count: kept)
    memory = larger
    base = larger.base
  }

  mutating func reset(to value: Element, count: Int) {
    reserve(count)
    base.update(repeating: value, count: count)
  }

  /// Makes all bytes of the first `count` elements zero: faster than to write the same value again and again.
  mutating func clear(count: Int) {
    reserve(count)
    memset(base, 0, count * MemoryLayout<Element>.stride)
  }

  /// The elements of the range; valid as long as the table keeps its memory.
  func slice(_ range: Range<Int>) -> UnsafeBufferPointer<Element> {
    precondition(range.lowerBound >= 0 && range.upperBound <= memory.capacity)
    return UnsafeBufferPointer(start: base + range.lowerBound, count: range.count)
  }

  /// The first element; valid as long as the table keeps its memory.
  @inline(__always) var start: UnsafePointer<Element> { UnsafePointer(base) }
  @inline(__always) var mutableStart: UnsafeMutablePointer<Element> { base }

  /// - Precondition: `index` is below what was asked for; checked in debug builds only.
  @inline(__always) subscript(index: Int) -> Element {
    get {
      assert(index >= 0 && index < memory.capacity)
      return base[index]
    }
    nonmutating set {
      assert(index >= 0 && index < memory.capacity)
      base[index] = newValue
    }
    nonmutating _modify {
      assert(index >= 0 && index < memory.capacity)
      yield &base[index]
    }
  }
}
