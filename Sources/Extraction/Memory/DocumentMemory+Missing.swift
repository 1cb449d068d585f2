// Which sentences are read again

extension DocumentMemory {
  /// Whether a remembered name stands in the range of the text where nothing of that extent was found.
  ///
  /// - Parameters:
  ///   - ranges: of what was found, in the order of the text, not overlapping.
  ///   - loneSurnames: surnames that stand alone before a title.
  ///   - name: a buffer that is kept from one sentence to the next.
  func misses(
    in bytes: [UInt8], _ range: Range<Int>, found ranges: [Range<Int>], loneSurnames: [[UInt32]], name: inout [UInt32]
  ) -> Bool {
    if loneSurnames.contains(where: surnames.contains) { return true }
    return bytes.withUnsafeBufferPointer { bytes in
      let bytes = UnsafeBufferPointer(rebasing: bytes[..<range.upperBound])
      var next = 0
      var start = range.lowerBound
      while let (found, behind) = heads.next(in: bytes, from: start) {
        while next < ranges.count, ranges[next].upperBound <= found { next += 1 }
        let known = next < ranges.count && ranges[next].lowerBound <= found ? ranges[next].upperBound : found
        if holdsName(bytes, found, beyond: known, &name) { return true }
        start = behind
      }
      return false
    }
  }

  /// Whether a remembered name starts at `start` and ends behind `known`.
  private func holdsName(
    _ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, beyond known: Int, _ name: inout [UInt32]
  ) -> Bool {
    name.removeAll(keepingCapacity: true)
    var position = start
    var open: UInt64 = .max
    while position < bytes.count, open >> UInt64(name.count) > 1 {
      let (scalar, behind) = UTF8Scalar.read(bytes, position)
      name.append(scalar)
      position = behind
      if name.count == 2 { open = heads.lengths(name[0], name[1]) }
      if name.count >= 2, open >> UInt64(name.count) & 1 != 0, position > known, numbers[name] != nil { return true }
    }
    return false
  }
}
