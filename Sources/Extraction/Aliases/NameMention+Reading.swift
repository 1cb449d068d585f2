import Lexicon
import Text

extension NameMention {
  static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x3000 }

  /// The points between the parts of a foreign name: · • ‧ ・
  static func isPoint(_ scalar: UInt32) -> Bool {
    scalar == 0xB7 || scalar == 0x2022 || scalar == 0x2027 || scalar == 0x30FB
  }

  /// Adds the places one behind the other at the front of a name, each the longest that leaves something for the rest.
  static func addLeads(
    of range: Range<Int>, in input: borrowing RuleInput, tables: AliasTables, to leads: inout [Range<Int>]
  ) {
    var position = range.lowerBound
    while position < range.upperBound, leads.count < 4 {
      var end = position
      input.forEachResult(ofType: RuleSet.place, at: position, .forward) { other in
        if other < range.upperBound { end = max(end, other) }
      }
      // A name that the lexicon knows as one word speaks against every place in it, so that no rule's stands.
      end = max(end, tables.placeEnd(at: position, before: range.upperBound, in: input) ?? end)
      guard end > position else { break }
      leads.append(position - range.lowerBound..<end - range.lowerBound)
      position = end
    }
  }
}

extension AliasTables {
  /// The end of the longest place of the tables that starts at a position and ends before `bound`.
  func placeEnd(at position: Int, before bound: Int, in input: borrowing RuleInput) -> Int? {
    guard let place else { return nil }
    return input.edges(at: position).last { edge in
      Int(edge.end) < bound && edge.classes.contains(place) && !(notPlace.map(edge.classes.contains) ?? false)
    }.map { Int($0.end) }
  }

  /// The end of the longest organization of the tables that starts at a position and ends before `bound`.
  func organizationEnd(at position: Int, before bound: Int, in input: RuleInput) -> Int? {
    guard let organization else { return nil }
    return input.edges(at: position).last { Int($0.end) < bound && $0.classes.contains(organization) }.map {
      Int($0.end)
    }
  }
}
