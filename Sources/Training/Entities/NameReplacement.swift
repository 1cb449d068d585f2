import Extraction
package import Lexicon

/// Puts other names into labelled sentences, so that the model learns what names look like and stand beside rather than whom the
/// news wrote about (X. Dai, H. Adel, *An analysis of simple data augmentation for named entity recognition*, 2020: mention
/// replacement).
///
/// Half of the names are the text's own, half are the lexicon's. What stands for a body without naming it (公司, 省委) and
/// single characters (中, 美) stay.
package struct NameReplacement {
  /// Names that replace one another.
  private enum Pool: Int, CaseIterable {
    case chinese, foreign, organization, place

    init?(_ label: LabelledSentence.Label, _ text: ArraySlice<Unicode.Scalar>) {
      switch label.type {
      case .person: self = text.count <= 3 && !text.contains(where: NameReplacement.isForeign) ? .chinese : .foreign
      case .organization: self = .organization
      case .place: self = .place
      default: return nil
      }
    }
  }

  private var own: [[[Unicode.Scalar]]]
  private var known: [[[Unicode.Scalar]]]
  private let fixed: Set<String>
  private let surnames: Set<String>
  private var shuffler: Shuffler

  private static func isForeign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "·" || scalar == "•" || scalar.isASCII || !scalar.properties.isIdeographic
  }

  /// - Parameter text: the sentences whose names are taken.
  package init(_ text: [LabelledSentence], lexicon: Lexicon, seed: UInt64) {
    let words = LabelWords(lexicon)
    fixed = words.cues("self").union(words.shortForms)
    surnames = words.surnames
    shuffler = Shuffler(seed: seed)
    var found = Pool.allCases.map { _ in Set<String>() }
    for sentence in text {
      let scalars = Array(sentence.text.unicodeScalars)
      for label in sentence.entities {
        if let pool = Self.pool(label, scalars, fixed) {
          found[pool.rawValue].insert(Self.string(scalars[label.range]))
        }
      }
    }
    // Sorted, since sets have another order in each run.
    own = found.map { $0.sorted().map { Array($0.unicodeScalars) } }
    known = [[], words.foreignNames, words.organizations, words.places].map { names in
      names.filter { $0.unicodeScalars.count > 1 }.sorted().map { Array($0.unicodeScalars) }
    }
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    String(String.UnicodeScalarView(scalars))
  }

  private static func pool(_ label: LabelledSentence.Label, _ text: [Unicode.Scalar], _ fixed: Set<String>) -> Pool? {
    guard label.range.count > 1, !fixed.contains(string(text[label.range])) else { return nil }
    return Pool(label, text[label.range])
  }

  /// The sentence with other names; nil if it has none that can be replaced.
  package mutating func replaced(_ sentence: LabelledSentence) -> LabelledSentence? {
    let text = Array(sentence.text.unicodeScalars)
    var scalars: [Unicode.Scalar] = []
    var labels: [LabelledSentence.Label] = []
    var position = 0
    var isChanged = false
    for label in sentence.entities {
      scalars += text[position..<label.range.lowerBound]
      let start = scalars.count
      if let pool = Self.pool(label, text, fixed), let name = name(from: pool) {
        scalars += name
        isChanged = true
      } else {
        scalars += text[label.range]
      }
      labels.append(.init(start..<scalars.count, label.type))
      position = label.range.upperBound
    }
    guard isChanged else { return nil }
    scalars += text[position...]
    return LabelledSentence(
      id: sentence.id, text: Self.string(scalars[...]), entities: labels, weight: sentence.weight)
  }

  private mutating func name(from pool: Pool) -> [Unicode.Scalar]? {
    let own = own[pool.rawValue]
    let known = known[pool.rawValue]
    if own.isEmpty { return nil }
    if !known.isEmpty, shuffler.below(2) == 0 { return known[shuffler.below(known.count)] }
    let name = own[shuffler.below(own.count)]
    guard pool == .chinese else { return name }
    // A surname of one person with the given name of another: more names than the text has.
    let other = own[shuffler.below(own.count)]
    guard let first = name.first, let last = other.first, surnames.contains(String(first)),
      surnames.contains(String(last))
    else { return name }
    return [first] + other.dropFirst()
  }
}
