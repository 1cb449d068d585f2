import Lexicon

/// What rules ask of a position, numbered: each feature is a row of bits in ``SentenceRows``, one for each position.
///
/// The first features are there whatever the rules ask (computed, not kept: they are asked for at every step); entries,
/// results, scalars and sets of tags are numbered as patterns name them. Behind the feature that a token, an entry or a
/// result begins stand those that tell how long it is: n behind it that of n scalars (up to ``shortLengths``), one more
/// behind that of more.
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
  /// A token begins.
  static var tokens: Int32 { tags + 64 }
  private static var fixedCount: Int32 { tokens + longLength + 1 }
  /// In scalars.
  static var shortLengths: Int32 { 4 }
  /// How far behind is the feature of what is longer than those.
  static var longLength: Int32 { shortLengths + 1 }

  /// A feature that a result of its type begins, if it has the kind; of any kind if that is -1.
  struct ResultFeature: BitwiseCopyable {
    let feature: Int32
    let kind: Int32
  }

  private(set) var count = Int(fixedCount)
  /// The classes that patterns name.
  private(set) var classes = ClassSet()
  /// Sets of tags, and their features.
  private(set) var tagSets: [(tags: UInt64, feature: Int32)] = []
  // Once sealed:
  /// By class: the features that an entry of it begins.
  private(set) var featuresOfClasses = FeatureLists<Int32>([])
  /// By type.
  private(set) var featuresOfResults = FeatureLists<ResultFeature>([])
  private(set) var featuresOfScalars = ScalarFeatures([:])
  private var numbersOfClasses: [ClassSet: Int32] = [:]
  private var results: [[ResultFeature]] = []
  private var numbersOfSets: [Set<UInt32>: Int32] = [:]
  /// By feature, of those that patterns name.
  private var rarities: [Int] = []

  /// The feature of an entry that has one of the classes.
  mutating func feature(ofEntries wanted: ClassSet) -> Int32 {
    if let known = numbersOfClasses[wanted] { return known }
    let number = nextWithLengths(rarity: 1)
    numbersOfClasses[wanted] = number
    classes = classes.union(wanted)
    return number
  }

  /// The feature of a result.
  ///
  /// - Parameter kind: -1 for any.
  mutating func feature(ofResults type: Int32, kind: Int32) -> Int32 {
    while results.count <= type { results.append([]) }
    if let known = results[Int(type)].first(where: { $0.kind == kind }) { return known.feature }
    let number = nextWithLengths(rarity: 1)
    results[Int(type)].append(ResultFeature(feature: number, kind: kind))
    return number
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

  private mutating func nextWithLengths(rarity: Int) -> Int32 {
    let number = next(rarity: rarity)
    for _ in 0..<Self.longLength { _ = next(rarity: rarity) }
    return number
  }

  private mutating func next(rarity: Int) -> Int32 {
    count += 1
    rarities.append(rarity)
    return Int32(count - 1)
  }

  /// How rarely sentences have a feature, from 0, for those to be asked for first: parts of speech and kinds of scalars are
  /// nearly everywhere.
  func rarity(of feature: Int32) -> Int { feature < Self.fixedCount ? 0 : rarities[Int(feature - Self.fixedCount)] }

  /// Puts the features of each class, type and scalar together; to be called when all patterns were read.
  mutating func seal() {
    var lists = [[Int32]](repeating: [], count: ClassSet.maximumCount)
    for (set, feature) in numbersOfClasses.sorted(by: { $0.value < $1.value }) {
      for id in set.members { lists[Int(id.raw)].append(feature) }
    }
    featuresOfClasses = FeatureLists(lists)
    while results.count < RuleSet.typeLimit { results.append([]) }
    featuresOfResults = FeatureLists(results)
    var features: [UInt32: [Int32]] = [:]
    for (scalars, feature) in numbersOfSets {
      for scalar in scalars { features[scalar, default: []].append(feature) }
    }
    featuresOfScalars = ScalarFeatures(features)
  }
}
