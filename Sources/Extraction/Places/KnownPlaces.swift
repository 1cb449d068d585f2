import Lexicon

/// What the tables say of places that were asked about before: to ask them takes a search and new strings each time, and the
/// articles of a paper name the same places.
///
/// Names, readings and texts have numbers, so that what an article says of them stands in flat arrays.
///
/// A class that belongs to one worker; what it keeps is bounded, see ``beginArticle()``.
final class KnownPlaces {
  typealias Reading = PlaceTables.Reading

  /// A text that names a place, in full or not.
  final class Name {
    /// The number of the text; equal texts have one.
    let number: Int
    let text: String
    /// The word for a level that ends it (市), folded, and the number of that word; nil where none does.
    let level: (word: [UInt32], number: Int)?

    init(number: Int, text: String, level: (word: [UInt32], number: Int)?) {
      self.number = number
      self.text = text
      self.level = level
    }
  }

  /// All that results and weights need of a reading.
  final class Facts {
    let number: Int
    let reading: Reading
    let name: Name
    let level: Place.Level?
    let isCurrent: Bool
    /// What it lies in, the largest first.
    let ancestors: [Facts]
    /// What it is, for the results; nil for what is neither a division nor a country nor a city.
    let place: Place?
    var parent: Facts? { ancestors.last }
    var isDivision: Bool { reading.table == .divisions }

    init(number: Int, reading: Reading, name: Name, ancestors: [Facts], tables: PlaceTables) {
      self.number = number
      self.reading = reading
      self.name = name
      self.ancestors = ancestors
      let level = tables.level(of: reading)
      let isCurrent = tables.isCurrent(reading)
      self.level = level
      self.isCurrent = isCurrent
      place = level.map { level in
        Place(
          code: tables.code(of: reading), name: name.text, level: level, parents: ancestors.map(\.name.text),
          isCurrent: isCurrent)
      }
    }
  }

  /// A name as an article has it, and what it may mean.
  final class Mentioned {
    let number: Int
    let name: Name
    let readings: [Facts]
    /// Whether several places of today have the name.
    let isAmbiguous: Bool

    init(number: Int, name: Name, readings: [Facts]) {
      self.number = number
      self.name = name
      self.readings = readings
      isAmbiguous = readings.count { $0.isCurrent && $0.reading.table != .other } > 1
    }
  }

  private let tables: AliasTables
  private var mentionedNumbers = NameNumbers()
  private var mentioned: [Mentioned] = []
  private var factNumbers = KeyNumbers(capacity: 256)
  private var facts: [Facts] = []
  private var nameNumbers = NameNumbers()
  private var names: [Name] = []
  private var levels = NameNumbers()
  private static let limit = 8_192
  /// A chain of parents is not followed further: province, prefecture, county, township.
  private static let deepest = 4

  init(tables: AliasTables) { self.tables = tables }

  /// How many there are; their numbers are below.
  var mentionedCount: Int { mentioned.count }
  var factCount: Int { facts.count }
  var nameCount: Int { names.count }
  var levelCount: Int { levels.count }

  /// Makes room: forgets everything where it has grown to some thousand names. Numbers hold within an article.
  func beginArticle() {
    guard max(mentioned.count, facts.count, names.count) >= Self.limit else { return }
    mentionedNumbers = NameNumbers()
    mentioned.removeAll(keepingCapacity: true)
    factNumbers = KeyNumbers(capacity: 256)
    facts.removeAll(keepingCapacity: true)
    nameNumbers = NameNumbers()
    names.removeAll(keepingCapacity: true)
    levels = NameNumbers()
  }

  /// A name of folded scalars and what it may mean.
  func mentioned(_ scalars: [UInt32]) -> Mentioned {
    let number = mentionedNumbers.numbering(scalars)
    if number < mentioned.count { return mentioned[number] }
    let readings = tables.places.readings(of: scalars[...]).map { facts(of: $0) }
    mentioned.append(Mentioned(number: number, name: name(scalars), readings: readings))
    return mentioned[number]
  }

  /// The number of the word for a level; nil if no name that was asked about ends with it.
  func levelNumber(of word: ArraySlice<UInt32>) -> Int? { levels[Array(word)] }

  private func facts(of reading: Reading, depth: Int = 0) -> Facts {
    if let known = factNumbers[reading.key] { return facts[known] }
    var ancestors: [Facts] = []
    if depth < Self.deepest, let parent = tables.places.parent(of: reading) {
      let parent = facts(of: parent, depth: depth + 1)
      ancestors = parent.ancestors.suffix(Self.deepest - 1) + [parent]
    }
    let name = name(tables.places.name(of: reading).unicodeScalars.map(\.value))
    let number = factNumbers.numbering(reading.key)
    facts.append(Facts(number: number, reading: reading, name: name, ancestors: ancestors, tables: tables.places))
    return facts[number]
  }

  private func name(_ scalars: [UInt32]) -> Name {
    let number = nameNumbers.numbering(scalars)
    if number < names.count { return names[number] }
    let level = levelWord(of: scalars.map { tables.lexicon.fold($0) }).map { (word: $0, number: levels.numbering($0)) }
    names.append(Name(number: number, text: String(folded: scalars), level: level))
    return names[number]
  }

  /// The word for the level that ends a name of a place: the longest.
  private func levelWord(of scalars: [UInt32]) -> [UInt32]? {
    for length in [3, 2, 1] where length < scalars.count {
      if tables.isEntry(scalars[(scalars.count - length)...], of: tables.divisionSuffix) {
        return Array(scalars[(scalars.count - length)...])
      }
    }
    return nil
  }
}
