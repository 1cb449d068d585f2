/// The weights of the model that scores spans of a sentence as people, organizations and places.
///
/// All weights come in vectors of four: person, organization, place, and a zero. What the model knows of one character lies
/// in one cache line: sixteen vectors of `Int8`, one for each of its ``CharacterRole``s. Pairs of characters are a hash
/// table with eight vectors a slot, one for each ``PairRole``; a key is the codes of the two characters, plus one, so that 0
/// is a free slot. What names no character (classes, rules, lengths) has a name and a vector of `Int16`.
///
/// A weight of 1 nat is written as ``scale``. The pointers live as long as `owner`, or as the lexicon they came from.
public struct EntityWeights: @unchecked Sendable {
  package let characters: UnsafePointer<SIMD4<Int8>>
  package let pairKeys: UnsafePointer<UInt32>
  package let pairs: UnsafePointer<SIMD4<Int8>>
  /// The number of slots less one; they are a power of two.
  package let pairMask: Int
  package let codeCount: Int
  /// By the text of the feature: `left.class=TITLE`.
  package let named: [String: SIMD4<Int16>]
  private let owner: AnyObject?

  /// Weights are whole numbers: so many make one nat.
  @inlinable public static var scale: Int { 16 }
  @inlinable public static var characterVectors: Int { 16 }
  @inlinable public static var pairVectors: Int { 8 }
  /// The greatest absolute value of a named weight: sums of all features of a span stay within 32 bits.
  package static var greatestNamed: Int16 { 8_000 }
  /// Stands for what lies beyond the sentence; no character has this code.
  @inlinable public static var edge: UInt16 { CharacterCode.none }

  /// The arrays of a model, as they lie in a file or were built.
  package struct Parts {
    package var characters: UnsafeBufferPointer<UInt8>
    package var pairKeys: UnsafeBufferPointer<UInt32>
    package var pairs: UnsafeBufferPointer<UInt8>
    /// The names one after the other, each closed by a line feed.
    package var names: UnsafeBufferPointer<UInt8>
    /// Four a name.
    package var namedWeights: UnsafeBufferPointer<Int16>

    package init(
      characters: UnsafeBufferPointer<UInt8>, pairKeys: UnsafeBufferPointer<UInt32>,
      pairs: UnsafeBufferPointer<UInt8>, names: UnsafeBufferPointer<UInt8>, namedWeights: UnsafeBufferPointer<Int16>
    ) {
      self.characters = characters
      self.pairKeys = pairKeys
      self.pairs = pairs
      self.names = names
      self.namedWeights = namedWeights
    }
  }

  /// - Parameters:
  ///   - codeCount: of the dictionary that the model belongs to.
  ///   - owner: keeps the buffers alive.
  /// - Returns: nil if there are no characters: the dictionary has no model.
  package init?(_ parts: Parts, codeCount: Int, owner: AnyObject? = nil) throws(LexiconError) {
    guard parts.characters.count > 0 else { return nil }
    let slots = parts.pairKeys.count
    guard parts.characters.count == 4 * Self.characterVectors * codeCount, slots > 0, slots & (slots - 1) == 0,
      parts.pairs.count == 4 * Self.pairVectors * slots,
      let characters = parts.characters.baseAddress, let keys = parts.pairKeys.baseAddress,
      let pairs = parts.pairs.baseAddress
    else { throw .damagedSection("entityCharacters") }
    // A look-up ends at a free slot: there must be one.
    guard parts.pairKeys.contains(0) else { throw .damagedSection("entityPairKeys") }
    let names = parts.names.split(separator: 0x0A)
    guard parts.namedWeights.count == 4 * names.count else { throw .damagedSection("entityNames") }
    var named: [String: SIMD4<Int16>] = [:]
    named.reserveCapacity(names.count)
    for (index, name) in names.enumerated() {
      var vector = SIMD4<Int16>.zero
      for lane in 0..<4 { vector[lane] = Int16(littleEndian: parts.namedWeights[4 * index + lane]) }
      named[String(decoding: name, as: UTF8.self)] = vector
    }
    self.named = named
    self.characters = UnsafeRawPointer(characters).assumingMemoryBound(to: SIMD4<Int8>.self)
    self.pairs = UnsafeRawPointer(pairs).assumingMemoryBound(to: SIMD4<Int8>.self)
    pairKeys = keys
    pairMask = slots - 1
    self.codeCount = codeCount
    self.owner = owner
  }

  /// The key of a pair of characters in the table.
  @inlinable @inline(__always) public static func key(_ first: UInt16, _ second: UInt16) -> UInt32 {
    (UInt32(first) << 16 | UInt32(second)) &+ 1
  }

  /// The slot where the search for a key begins.
  @inlinable @inline(__always) public static func slot(_ key: UInt32, _ mask: Int) -> Int {
    Int(truncatingIfNeeded: FeatureHash.hash(UInt64(key))) & mask
  }
}

/// From where a character is seen: beside the first or last character of a span, or inside it.
///
/// The raw values are the vectors of a character: append, never renumber.
public enum CharacterRole: Int, CaseIterable, Sendable {
  /// Two and one before the span, its first character.
  case beforeLast, before, first
  /// Behind the span, one further, its last character.
  case behind, behindNext, last
  case inside
  /// The characters of spans of two, three and four.
  case firstOf2, secondOf2, firstOf3, secondOf3, thirdOf3, firstOf4, secondOf4, thirdOf4, fourthOf4

  /// The role of the first character of a short span of `length`; its other characters have the roles behind it. Nil of
  /// longer spans.
  @inlinable public static func firstRole(ofLength length: Int) -> Int? {
    switch length {
    case 2: 7
    case 3: 9
    case 4: 12
    default: nil
    }
  }
}

/// From where a pair of characters is seen. The raw values are the vectors of a pair: append, never renumber.
public enum PairRole: Int, CaseIterable, Sendable {
  /// Both before the span, across its start, both at its start.
  case before, acrossStart, first
  /// Both behind the span, across its end, both at its end.
  case behind, acrossEnd, last
  case inside
}
