/// Line and column of byte offsets, as an editor shows them.
///
/// Lines end with LF, CR LF or CR, and count from 1.
package struct LineMap: Sendable {
  /// A place in a text for people.
  package struct Place: Sendable, Equatable {
    /// From 1.
    package let line: Int
    /// From 1, in the unit of the map.
    package let column: Int

    package init(line: Int, column: Int) {
      self.line = line
      self.column = column
    }
  }

  private let offsets: OffsetMap
  /// The byte offset at which each line begins.
  private let starts: [Int]

  /// - Complexity: O(n).
  package init(utf8: [UInt8], unit: OffsetUnit = .scalar) {
    offsets = OffsetMap(utf8: utf8, unit: unit)
    starts = utf8.withUnsafeBufferPointer { bytes in
      var starts = [0]
      for index in bytes.indices {
        let byte = bytes[index]
        if byte > 0x0D { continue }
        let next = index + 1
        if byte == 0x0A || byte == 0x0D && !(next < bytes.count && bytes[next] == 0x0A) { starts.append(next) }
      }
      return starts
    }
  }

  /// The number of lines; a line break at the very end begins one more, empty, line.
  package var count: Int { starts.count }

  /// The place of a byte offset.
  /// - Complexity: O(log lines).
  package func place(ofUTF8 offset: Int) -> Place {
    var low = 0
    var high = starts.count
    while low < high {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle + 1 } else { high = middle }
    }
    let line = max(low, 1)
    let column = offsets.offset(ofUTF8: offset) - offsets.offset(ofUTF8: starts[line - 1]) + 1
    return Place(line: line, column: max(column, 1))
  }
}
