/// Text as it was read: valid UTF-8, its encoding before, and what of it was broken.
public struct DecodedText: Sendable, Equatable {
  /// Valid UTF-8 without byte order mark. Every ``Span`` counts in these bytes, also when the input had another
  /// encoding or broken bytes; ``Broken/places`` tell where the two differ.
  public var utf8: [UInt8]
  /// The encoding of the input.
  public var encoding: TextEncoding
  /// What had no meaning in that encoding.
  public var broken: Broken

  public init(utf8: [UInt8], encoding: TextEncoding, broken: Broken = Broken()) {
    self.utf8 = utf8
    self.encoding = encoding
    self.broken = broken
  }

  /// Sequences of bytes that mean nothing; each stands as one U+FFFD in the text.
  public struct Broken: Sendable, Equatable {
    /// How many there were.
    public private(set) var count = 0
    /// Where the first ones were, at most ``limit``.
    public private(set) var places: [Place] = []
    /// Places kept: enough to find the fault, and bounded for files that are no text.
    public static let limit = 100

    public init() {}

    mutating func note(input: Int, decoded: Int) {
      count += 1
      if places.count < Self.limit { places.append(Place(input: input, decoded: decoded)) }
    }
  }

  /// One broken sequence.
  public struct Place: Sendable, Equatable {
    /// The offset of its first byte in the input, a byte order mark included.
    public let input: Int
    /// The offset of its U+FFFD in the decoded text.
    public let decoded: Int

    public init(input: Int, decoded: Int) {
      self.input = input
      self.decoded = decoded
    }
  }
}
