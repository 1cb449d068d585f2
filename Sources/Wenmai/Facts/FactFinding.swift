import Text

/// Something that does not fit together in what articles say.
package struct FactFinding: Sendable, Equatable {
  package enum Kind: String, Sendable {
    /// The same fact with two figures.
    case conflict
    /// Parts that do not add up to their whole, or a part larger than it.
    case parts
    /// A share that its counts contradict.
    case share
    /// A change that contradicts the values before and after it.
    case change
    /// A day that no calendar has.
    case date
  }

  /// Where something stands, and what.
  package struct Place: Sendable, Equatable {
    /// The file, with the number of the article where it is not the first.
    let name: String
    /// `line:column`.
    let place: String
    let text: String
    /// In the article, for the order of the findings.
    let offset: Int
  }

  package let kind: Kind
  /// The places that contradict each other, in the order of the input; one for a date.
  package let places: [Place]
  /// What is wrong, with the figures.
  package let message: String

  /// As compilers tell errors: `page.txt:3:5: conflict: …`, the other places below.
  package var text: String {
    guard let first = places.first else { return "" }
    var lines = ["\(first.name):\(first.place): \(kind.rawValue): \(message)", "  \(first.text)"]
    for place in places.dropFirst() {
      lines.append("\(place.name):\(place.place): and here")
      lines.append("  \(place.text)")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  /// As an object of JSON Lines.
  package var json: [UInt8] {
    var json = JSONWriter()
    json.beginObject()
    json.key("kind")
    json.string(kind.rawValue)
    json.key("message")
    json.string(message)
    json.key("places")
    json.beginArray()
    for place in places {
      json.beginObject()
      json.key("article")
      json.string(place.name)
      json.key("place")
      json.string(place.place)
      json.key("text")
      json.string(place.text)
      json.endObject()
    }
    json.endArray()
    json.endObject()
    json.endLine()
    return json.bytes
  }
}
