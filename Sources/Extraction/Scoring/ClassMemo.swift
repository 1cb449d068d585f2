import PrefetchShim

/// What is made of sets of classes. The same few sets come again and again, so it is kept, each in a place of its own by the
/// set.
///
/// A class, so that nothing of it is copied on the way to a value. One task uses it at a time.
final class ClassMemo<Value: BitwiseCopyable> {
  private struct Entry: BitwiseCopyable {
    var classes: ClassBits
    var value: Value
  }

  private let entries: Table<Entry>
  private let make: (ClassBits) -> Value
  private static var indexBits: UInt64 { 11 }

  /// - Parameter make: gives the same for the same set, always.
  init(_ make: @escaping (ClassBits) -> Value) {
    // Every place knows the empty set at first.
    let first = Entry(classes: ClassBits(), value: make(ClassBits()))
    entries = Table([Entry](repeating: first, count: 1 << Self.indexBits))
    self.make = make
  }

  @inline(__always) private func index(of classes: ClassBits) -> Int {
    let mixed = (classes.low ^ classes.high &* 0x9E37_79B9_7F4A_7C15) &* 0xC4CE_B9FE_1A85_EC53
    return Int(truncatingIfNeeded: mixed &>> (64 &- Self.indexBits))
  }

  /// Asks for the place of a set, to be looked at soon.
  @inline(__always) func prefetch(_ classes: ClassBits) { memory_prefetch(entries.start + index(of: classes)) }

  @inline(__always) subscript(classes: ClassBits) -> Value {
    let index = index(of: classes)
    return entries[index].classes == classes ? entries[index].value : remember(classes, at: index)
  }

  @inline(never) private func remember(_ classes: ClassBits, at index: Int) -> Value {
    let value = make(classes)
    entries[index] = Entry(classes: classes, value: value)
    return value
  }
}
