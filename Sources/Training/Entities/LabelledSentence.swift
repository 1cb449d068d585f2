package import Extraction

/// A sentence whose people, organizations and places are known: what the scorer of entities learns from.
package struct LabelledSentence: Sendable, Equatable {
  /// A person, organization or place, and where it stands.
  package struct Label: Sendable, Hashable {
    /// In Unicode scalars of the sentence, as corpora count.
    package var range: Range<Int>
    package var type: Entity.Category

    package init(_ range: Range<Int>, _ type: Entity.Category) {
      self.range = range
      self.type = type
    }
  }

  /// As the corpus names it; may be empty.
  package var id: String
  package var text: String
  /// In the order of the text; none overlaps another.
  package var entities: [Label]
  /// How many times a sentence of weight 1 this one counts.
  package var weight: Double

  package init(id: String, text: String, entities: [Label], weight: Double = 1) {
    self.id = id
    self.text = text
    self.entities = entities
    self.weight = weight
  }
}

/// The types that corpora label alike.
let labelledTypes: [Entity.Category] = [.person, .organization, .place]
