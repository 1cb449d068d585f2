import Lexicon

/// The weights of named features by number, so that no name is looked up while text is read.
struct EntityModel: Sendable {
  let weights: EntityWeights
  private let vectors: Table<SIMD4<Int16>>
  /// By template: where its vectors begin.
  private let bases: Table<Int>
  /// What a pair says that the model does not know.
  private let silence: Table<SIMD4<Int8>>
  let tagCount: Int

  /// - Parameter text: knows the names of classes, tags and rules; names that the model has and the lexicon and rules lack
  ///   are left out.
  init(_ weights: EntityWeights, _ text: EntityFeatureText) {
    self.weights = weights
    var vectors: [SIMD4<Int16>] = []
    var bases: [Int] = []
    for template in NamedFeature.Template.allCases {
      bases.append(vectors.count)
      for value in 0..<text.count(of: template) {
        let name = text.text(NamedFeature(template, value))
        vectors.append(name.flatMap { weights.named[$0] } ?? .zero)
      }
    }
    self.vectors = Table(vectors)
    self.bases = Table(bases)
    tagCount = text.count(of: .wholeTag)
    silence = Table([SIMD4<Int8>](repeating: .zero, count: EntityWeights.pairVectors))
  }

  @inline(__always) func vector(_ feature: NamedFeature) -> SIMD4<Int32> {
    let index = bases[Int(feature.template.rawValue)] &+ Int(feature.value)
    return SIMD4<Int32>(truncatingIfNeeded: vectors[index])
  }

  /// The sum of what a template says of each class of a set.
  func sum(_ template: NamedFeature.Template, _ classes: ClassBits) -> SIMD4<Int32> {
    var sum = SIMD4<Int32>.zero
    classes.forEach { sum &+= vector(NamedFeature(template, $0)) }
    return sum
  }

  /// The vectors of a character, one for each ``CharacterRole``.
  @inline(__always) func character(_ code: UInt16) -> UnsafePointer<SIMD4<Int8>> {
    weights.characters + Int(code) * EntityWeights.characterVectors
  }

  /// Where the search for a pair begins.
  @inline(__always) func slot(ofPair first: UInt16, _ second: UInt16) -> Int {
    EntityWeights.slot(EntityWeights.key(first, second), weights.pairMask)
  }

  /// The vectors of a pair, one for each ``PairRole``, zeros for one that the model does not know; valid as long as the model.
  ///
  /// - Parameter slot: where the search for the pair begins.
  @inline(__always) func vectors(
    ofPair first: UInt16, _ second: UInt16, from slot: Int
  ) -> UnsafePointer<SIMD4<Int8>> {
    let key = EntityWeights.key(first, second)
    var slot = slot
    var found = weights.pairKeys[slot]
    while found != key, found != 0 {
      slot = (slot &+ 1) & weights.pairMask
      found = weights.pairKeys[slot]
    }
    // No branch: half of the pairs of a text are known, so it could not be foretold.
    return found == key ? weights.pairs + slot &* EntityWeights.pairVectors : silence.start
  }

  /// The weight of a feature for a type, in nats.
  func weight(_ feature: EntityFeature, _ type: EntityType) -> Float {
    let raw: Int
    switch feature {
    case .character(let role, let code): raw = Int(character(code)[role.rawValue][type.lane])
    case .pair(let role, let first, let second):
      let vectors = vectors(ofPair: first, second, from: slot(ofPair: first, second))
      raw = Int(vectors[role.rawValue][type.lane])
    case .named(let feature): raw = Int(vector(feature)[type.lane])
    }
    return Float(raw) / Float(EntityWeights.scale)
  }
}
