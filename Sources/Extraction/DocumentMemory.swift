/// The names of an article: what was found with good evidence once is found wherever it stands.
struct DocumentMemory {
  /// How results that only the memory speaks for name their rule.
  static let ruleName = "document.memory"

  /// Evidence, in nats, from which on a name is remembered, and that it lends to its other places.
  private static let remembered: Float = 3
  private static let lent: Float = 2.5
  /// More names than an article has; keeps a file without articles from growing a list without end.
  private static let limit = 4_096

  private struct Name {
    let scalars: [UInt32]
    let bytes: [UInt8]
    let type: UInt8
  }

  private var seen: Set<[UInt32]> = []
  /// By first scalar.
  private var byFirst: [UInt32: [Name]] = [:]
  /// The first scalars: most scalars are none, and are passed over by one look.
  private var beginnings = ScalarMasks()

  var isEmpty: Bool { seen.isEmpty }

  /// Takes in the names of people of a sentence.
  mutating func remember(_ standing: [Candidate], in input: borrowing RuleInput) {
    for candidate in standing
    where candidate.type == RuleSet.person && candidate.evidence >= Self.remembered && candidate.range.count >= 2
      && seen.count < Self.limit
    {
      let scalars = Array(input.scalars[candidate.range])
      guard seen.insert(scalars).inserted, let first = scalars.first else { continue }
      let text = String(String.UnicodeScalarView(scalars.compactMap(Unicode.Scalar.init)))
      beginnings.insert(first, 1)
      byFirst[first, default: []].append(Name(scalars: scalars, bytes: Array(text.utf8), type: candidate.type))
    }
  }

  /// Whether a remembered name stands in the range of the text where nothing of that extent was found.
  func misses(in bytes: [UInt8], _ range: Range<Int>, found: [Range<Int>]) -> Bool {
    var position = range.lowerBound
    while position + 2 < range.upperBound {
      // Names of two characters or more begin with a Han character of three bytes.
      guard bytes[position] >= 0xE3, bytes[position] < 0xF0 else {
        position += 1
        continue
      }
      let scalar =
        UInt32(bytes[position] & 15) << 12 | UInt32(bytes[position + 1] & 63) << 6 | UInt32(bytes[position + 2] & 63)
      guard beginnings[scalar] != 0 else {
        position += 3
        continue
      }
      for name in byFirst[scalar] ?? [] {
        let end = position + name.bytes.count
        if end <= range.upperBound, bytes[position..<end].elementsEqual(name.bytes),
          !found.contains(where: { $0.lowerBound <= position && end <= $0.upperBound })
        {
          return true
        }
      }
      position += 3
    }
    return false
  }

  /// A candidate for each place of the sentence where a remembered name stands.
  func candidates(in input: borrowing RuleInput) -> [Candidate] {
    var result: [Candidate] = []
    for start in 0..<input.count {
      for name in byFirst[input.scalars[start]] ?? [] {
        let end = start + name.scalars.count
        if end <= input.count, input.scalars[start..<end].elementsEqual(name.scalars) {
          result.append(Candidate(type: name.type, kind: -1, range: start..<end, rule: -1, evidence: Self.lent))
        }
      }
    }
    return result
  }
}
