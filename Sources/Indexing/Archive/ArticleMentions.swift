import Extraction

/// Whom and what the facts of an article name: the numbers of the aliases.
struct ArticleMentions {
  /// In the order of the facts.
  private(set) var entities: [Int64] = []
  private(set) var roles: [Role] = []
  private(set) var speakers: [Int64?] = []

  struct Role {
    var person: Int64
    var title: Int64?
    var organization: Int64?
    var place: Int64?
  }

  /// - Parameter alias: gives the number of the alias by which an entity is called.
  init(_ facts: ArchiveFacts, alias: (Entity) throws -> Int64) rethrows {
    entities.reserveCapacity(facts.entities.count)
    for entity in facts.entities { entities.append(try alias(entity)) }
    for role in facts.roles {
      roles.append(
        Role(
          person: try alias(role.person), title: try role.title.map(alias),
          organization: try role.organization.map(alias), place: try role.place.map(alias)))
    }
    for statement in facts.statements { speakers.append(try statement.speaker.map(alias)) }
  }

  /// Each alias once, ascending, and how often it stands in the text: 0 for what only roles or statements name.
  var counts: [(alias: Int64, count: Int)] {
    var places = entities.map { (alias: $0, count: 1) }
    for role in roles {
      for part in [role.person, role.title, role.organization, role.place] {
        if let part { places.append((part, 0)) }
      }
    }
    for case let speaker? in speakers { places.append((speaker, 0)) }
    places.sort { $0.alias < $1.alias }
    var counts: [(alias: Int64, count: Int)] = []
    for place in places {
      if let last = counts.indices.last, counts[last].alias == place.alias {
        counts[last].count += place.count
      } else {
        counts.append(place)
      }
    }
    return counts
  }
}
