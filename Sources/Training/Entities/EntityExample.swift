import Extraction
import Lexicon

/// A sentence of training text in numbers: for each span, the rows of its weights.
///
/// What depends on one end only is kept once a position, and characters are kept as the numbers of theirs.
struct EntityExample {
  struct Span {
    var start: Int32
    var end: Int32
    var type: UInt8
    var isAnswer: Bool
    /// Where its rows lie in ``rows``.
    var rows: Range<Int32>
  }

  var count = 0
  /// How much it counts beside others.
  var weight: Float = 1
  /// By position from −2 to `count + 1`: the first row of the character, and of the pair that begins with it.
  var characters: [Int32] = []
  var pairs: [Int32] = []
  /// By position: the rows of named features there.
  var startRows: [[Int32]] = []
  var endRows: [[Int32]] = []
  /// By their ends, then by their starts.
  var spans: [Span] = []
  var rows: [Int32] = []

  static let margin = 2
}

/// Numbers of the features of training text: a row of weights for each.
struct EntityRows {
  /// The first rows of characters and pairs: as many follow as they have roles.
  private var characters: [UInt16: Int32] = [:]
  private var pairs: [UInt32: Int32] = [:]
  private var named: [NamedFeature: Int32] = [:]
  /// By row: what it is.
  private(set) var features: [EntityFeature] = []

  var count: Int { features.count }

  mutating func character(_ code: UInt16) -> Int32 {
    if let row = characters[code] { return row }
    let row = Int32(features.count)
    characters[code] = row
    features += CharacterRole.allCases.map { .character($0, code: code) }
    return row
  }

  mutating func pair(_ first: UInt16, _ second: UInt16) -> Int32 {
    let key = EntityWeights.key(first, second)
    if let row = pairs[key] { return row }
    let row = Int32(features.count)
    pairs[key] = row
    features += PairRole.allCases.map { .pair($0, first: first, second: second) }
    return row
  }

  mutating func row(_ feature: NamedFeature) -> Int32 {
    if let row = named[feature] { return row }
    let row = Int32(features.count)
    named[feature] = row
    features.append(.named(feature))
    return row
  }

  /// A sentence in numbers, its gaps too: spans whose answer overlaps one before it lose it.
  mutating func example(_ sentence: SpanSampler.Sentence, weight: Float) -> EntityExample {
    var example = EntityExample()
    example.count = sentence.count
    example.weight = weight
    for (index, code) in sentence.codes.enumerated() {
      example.characters.append(character(code))
      example.pairs.append(index + 1 < sentence.codes.count ? pair(code, sentence.codes[index + 1]) : 0)
    }
    example.startRows = sentence.startFeatures.map { $0.map { row($0) } }
    example.endRows = sentence.endFeatures.map { $0.map { row($0) } }
    var answered = 0
    for span in sentence.spans.sorted(by: {
      ($0.range.upperBound, $0.range.lowerBound) < ($1.range.upperBound, $1.range.lowerBound)
    }) {
      let isFree = span.range.lowerBound >= answered
      for type in EntityType.allCases where span.types & (1 << type.rawValue) != 0 {
        let first = Int32(example.rows.count)
        example.rows += span.features.map { row($0) }
        example.rows += span.ruleFeatures[Int(type.rawValue)].map { row($0) }
        let isAnswer = span.answer == type && isFree
        example.spans.append(
          .init(
            start: Int32(span.range.lowerBound), end: Int32(span.range.upperBound), type: type.rawValue,
            isAnswer: isAnswer, rows: first..<Int32(example.rows.count)))
        if isAnswer { answered = span.range.upperBound }
      }
    }
    return example
  }
}
