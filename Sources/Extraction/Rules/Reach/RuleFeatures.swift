import Lexicon

/// What rules ask of a position, numbered: each feature is a row of bits in ``SentenceRows``, one for each position.
///
/// The first features are there whatever the rules ask (computed, not kept: they are asked for at every step); classes,
/// scalars, sets of scalars and sets of tags are numbered as patterns name them.
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
  /// A token of n + 1 scalars begins; a longer one than those does.
  static var tokens: Int32 { types + 64 }
  static var shortTokens: Int32 { 4 }
  static var longTokens: Int32 { tokens + shortTokens }
  private static var fixedCount: Int32 { longTokens + 1 }
  /// Behind the feature that an entry of a class begins: that one of a single scalar does, that a longer one does.
  static var shortEntries: Int32 { 1 }
  static var longEntries: Int32 { 2 }

  private(set) var count = Int(fixedCount)
  /// The classes that patterns name, and by class the feature that an entry of it begins.
  private(set) var classes = ClassSet()
  let featuresOfClasses = Table(repeating: Int32(0), count: ClassSet.maximumCount)
  /// Once sealed.
  private(set) var featuresOfScalars = ScalarFeatures([:])
  /// Sets of tags, and their features.
  private(set) var tagSets: [(tags: UInt64, feature: Int32)] = []
  private var numbersOfSets: [Set<UInt32>: Int32] = [:]
  /// By feature, of those that patterns name.
  private var rarities: [Int] = []

  init() { precondition(RuleSet.typeLimit <= 64) }

  /// The feature of an entry of a class; the two behind it tell how long the entry is.
  mutating func feature(of id: ClassID) -> Int32 {
    if !classes.contains(id) {
      classes.insert(id)
      featuresOfClasses[Int(id.raw)] = next(rarity: 1)
      for _ in 0..<Self.longEntries { _ = next(rarity: 1) }
    }
    return featuresOfClasses[Int(id.raw)]
  }

  /// The feature of a scalar that is one of `scalars`.
  mutating func feature(of scalars: Set<UInt32>) -> Int32 {
    if let known = numbersOfSets[scalars] { return known }
    let number = next(rarity: 2)
    numbersOfSets[scalars] = number
    return number
  }

  /// The feature of a token whose tag is in the set.
  mutating func feature(ofTags tags: UInt64) -> Int32 {
    if let known = tagSets.first(where: { $0.tags == tags }) { return known.feature }
    let number = next(rarity: 0)
    tagSets.append((tags, number))
    return number
  }

  private mutating func next(rarity: Int) -> Int32 {
    count += 1
    rarities.append(rarity)
    return Int32(count - 1)
  }

  /// How rarely sentences have a feature, from 0, for those to be asked for first: parts of speech and kinds of scalars are
  /// nearly everywhere.
  func rarity(of feature: Int32) -> Int {
    feature < Self.types ? 0 : feature < Self.fixedCount ? 1 : rarities[Int(feature - Self.fixedCount)]
  }

  /// Puts the features of each scalar together; to be called when all patterns were read.
  mutating func seal() {
    var features: [UInt32: [Int32]] = [:]
    for (scalars, feature) in numbersOfSets {
      for scalar in scalars { features[scalar, default: []].append(feature) }
    }
    featuresOfScalars = ScalarFeatures(features)
  }
}
