import Extraction
package import Lexicon

/// Labels people, organizations and places in news whose words were tagged by hand.
///
/// The tags tell people (nr) and places (ns) and the simplest organizations (nt). The rest is made by rules over them, by the
/// lexicon and, if there are any, by the labels of another program where the tags do not contradict it. An
/// organization wins over the people and places in it.
package struct NewsLabels: Sendable {
  private let people: PersonLabels
  private let organizations: OrganizationLabels
  private let places: PlaceLabels

  package init(lexicon: Lexicon) {
    let words = LabelWords(lexicon)
    people = PersonLabels(words)
    organizations = OrganizationLabels(words)
    places = PlaceLabels(words)
  }

  /// - Parameter silver: labels of another program; those of sentences that are not in `text` are passed over.
  /// - Complexity: linear in the text but for the settling of overlaps, which is quadratic in the names of a sentence.
  package func label(_ text: TaggedText, silver: SilverLabels = SilverLabels()) -> [LabelledSentence] {
    text.sentences.map { label($0, silver: silver.labels[$0.id] ?? []) }
  }

  /// - Parameter silver: labels of another program for this sentence.
  package func label(_ sentence: TaggedText.Sentence, silver: [LabelledSentence.Label] = []) -> LabelledSentence {
    let tokens = LabelTokens(sentence)
    var labels: [LabelledSentence.Label] = []
    func add(_ ranges: [Range<Int>], _ type: Entity.Category) {
      for range in ranges where !labels.contains(where: { $0.range.overlaps(range) }) {
        labels.append(.init(range, type))
      }
    }
    add(organizations.organizations(in: tokens, silver: silver), .organization)
    add(people.people(in: tokens), .person)
    add(places.places(in: tokens, silver: silver), .place)
    labels.sort { $0.range.lowerBound < $1.range.lowerBound }
    return LabelledSentence(id: sentence.id, text: sentence.text, entities: labels)
  }
}
