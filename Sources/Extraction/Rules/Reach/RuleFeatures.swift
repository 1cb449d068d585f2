import Lexicon

/// What rules ask of a position, numbered: each feature is a row of bits in ``SentenceRows``, one for each position.
///
/// The first features are there whatever the rules ask (computed, not kept: they are asked for at every step); scalars, sets of scalars and sets of tags are numbered as patterns
/// name them.
struct RuleFeatures: Sendable {
  /// A token begins here, or the sentence ends.
  static var boundary: Int32 { 0 }
  static var sentenceStart: Int32 { 1 }
  static var sentenceEnd: Int32 { 2 }
  /// Any scalar.
  static var any: Int32 { 3 }
  /// A scalar of the kind whose bit is n: ``kinds`` + n.
  static var kinds: Int32 { 4 }
  /// A token with tag n begins.
  static var tags: Int32 { 16 }
  /// A result of type n begins.
  static var types: Int32 { tags + 64 }
  private static var classLimit: Int32 { 128 }
  /// An entry of class n begins; one of a single scalar does; a longer one does.
  static var classes: Int32 { types + 64 }
  static var shortEntries: Int32 { classes + classLimit }
  static var longEntries: Int32 { shortEntries + classLimit }
  /// A token of n + 1 scalars begins; a longer one than those does.
  static var tokens: Int32 { longEntries + classLimit }
  static var shortTokens: Int32 { 4 }
  static var longTokens: Int32 { tokens + shortTokens }
  private static var fixedCount: Int32 { longTokens + 1 }

  private(set) var count = Int(fixedCount)
  /// By scalar, once sealed: the first of its features in ``scalarFeatures`` (high half), and how many it has.
  private(set) var featuresOfScalar = ScalarMasks()
  private(set) var scalarFeatures: [Int32] = []
  /// Sets of tags, and their features.
  private(set) var tagSets: [(tags: UInt64, feature: Int32)] = []
  private var numbersOfSets: [Set<UInt32>: Int32] = [:]

  init() { precondition(ClassSet.maximumCount <= Self.classLimit && RuleSet.typeLimit <= 64) }

  /// The feature of a scalar that is one of `scalars`.
  mutating func feature(of scalars: Set<UInt32>) -> Int32 {
    if let known = numbersOfSets[scalars] { return known }
    let number = next()
    numbersOfSets[scalars] = number
    return number
  }

  /// The feature of a token whose tag is in the set.
  mutating func feature(ofTags tags: UInt64) -> Int32 {
    if let known = tagSets.first(where: { $0.tags == tags }) { return known.feature }
    let number = next()
    tagSets.append((tags, number))
    return number
  }

  private mutating func next() -> Int32 {
    count += 1
    return Int32(count - 1)
  }

  /// Puts the features of each scalar together; to be called when all patterns were read.
  mutating func seal() {
    var features: [UInt32: [Int32]] = [:]
    for (scalars, feature) in numbersOfSets {
      for scalar in scalars { features[scalar, default: []].append(feature) }
    }
    for (scalar, own) in features.sorted(by: { $0.key < $1.key }) {
      featuresOfScalar.insert(scalar, UInt64(scalarFeatures.count) << 32 | UInt64(own.count))
      scalarFeatures += own.sorted()
    }
  }
}
