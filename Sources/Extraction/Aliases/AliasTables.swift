import Lexicon

/// The dictionary classes and tables that references are settled by.
///
/// A class, because many values hold it for a moment: one count goes up and down, not one for each array of the lexicon.
final class AliasTables: Sendable {
  let lexicon: Lexicon
  let places: PlaceTables
  let surname: ClassID?
  let honorific: ClassID?
  let place: ClassID?
  let country: ClassID?
  /// Ordinary words that are places as well.
  let notPlace: ClassID?
  let divisionSuffix: ClassID?
  let organization: ClassID?
  let organizationShort: ClassID?
  let organizationSuffix: ClassID?
  let sayVerb: ClassID?
  let personVerb: ClassID?
  let cue: ClassID?
  /// 学校: what the names of schools end with (大学, 学院 …), folded scalars; the longest first.
  let genericNames: [[UInt32]: [[UInt32]]]
  /// By the number of the last scalar of such an ending: the general words that names with it may be called by, and what
  /// names that they stand for end with.
  private let genericEnds: KeyNumbers
  private let genericNamesByEnd: [[(name: [UInt32], endings: [[UInt32]])]]
  /// Words that only tell the legal form of a company: a name is the same with and without one.
  private let forms: Set<[UInt32]>
  /// By table: the column `full`, -1 if it has none.
  private let fullColumns: [Int]

  init(lexicon: Lexicon) {
    self.lexicon = lexicon
    places = PlaceTables(lexicon: lexicon)
    surname = lexicon.classID(named: "SURNAME")
    honorific = lexicon.classID(named: "HONORIFIC.after")
    place = lexicon.classID(named: "PLACE")
    country = lexicon.classID(named: "COUNTRY")
    notPlace = lexicon.classID(named: "NOT-PLACE")
    divisionSuffix = lexicon.classID(named: "PLACE-SUFFIX.division")
    organization = lexicon.classID(named: "ORG")
    organizationShort = lexicon.classID(named: "ORG-SHORT")
    organizationSuffix = lexicon.classID(named: "ORG-SUFFIX")
    sayVerb = lexicon.classID(named: "SAY-VERB")
    personVerb = lexicon.classID(named: "PERSON-VERB")
    cue = lexicon.classID(named: "ALIAS-CUE")
    fullColumns = lexicon.tableNames.indices.map { index in
      lexicon.columns(of: TableID(raw: UInt8(index))).firstIndex { $0.name == "full" } ?? -1
    }
    var generic: [[UInt32]: [[UInt32]]] = [:]
    var forms: Set<[UInt32]> = []
    for row in lexicon.table("organizations/generic-names")?.rows ?? [] where row.count > 2 {
      let endings = row[1].split(separator: "|").map { $0.unicodeScalars.map { lexicon.fold($0.value) } }
      generic[row[0].unicodeScalars.map { lexicon.fold($0.value) }] = endings.sorted { $0.count > $1.count }
      if row[2] == "1" { forms.formUnion(endings) }
    }
    genericNames = generic
    var ends = KeyNumbers(capacity: 64)
    var byEnd: [[(name: [UInt32], endings: [[UInt32]])]] = []
    for (name, endings) in generic.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      for end in Set(endings.compactMap(\.last)) {
        let number = ends.numbering(UInt64(end))
        if number == byEnd.count { byEnd.append([]) }
        byEnd[number].append((name, endings))
      }
    }
    genericEnds = ends
    genericNamesByEnd = byEnd
    self.forms = forms
  }

  /// Whether the scalars are an entry of the class.
  func isEntry(_ scalars: ArraySlice<UInt32>, of id: ClassID?) -> Bool {
    guard let id, let word = lexicon.lookUp(folded: scalars) else { return false }
    return lexicon.classes(of: word).contains(id)
  }

  /// Whether the scalars are nothing but a word for a level of places or for the legal form of a company.
  func isForm(_ scalars: ArraySlice<UInt32>) -> Bool {
    isEntry(scalars, of: divisionSuffix) || forms.contains(Array(scalars))
  }

  /// Calls `body` with each general word that a name may be called by (学校 of …大学), in their order, and what of the name it
  /// stands for.
  func forEachGenericName(of name: [UInt32], _ body: (_ generic: [UInt32], _ ending: [UInt32]) -> Void) {
    guard let last = name.last, let number = genericEnds[UInt64(last)] else { return }
    for (generic, endings) in genericNamesByEnd[number] {
      let ending = endings.first { name.count > $0.count && name.suffix($0.count).elementsEqual($0) }
      if let ending { body(generic, ending) }
    }
  }

  /// The general form that a short form of an office stands for: 人民代表大会 for 人大; nil if the tables have none.
  func fullForm(ofShort short: ArraySlice<UInt32>) -> String? {
    guard let organizationShort, let word = lexicon.lookUp(folded: short),
      lexicon.classes(of: word).contains(organizationShort)
    else { return nil }
    for record in lexicon.records(of: word) {
      let column = fullColumns[Int(record.table.raw)]
      guard column >= 0, lexicon.classRules(of: record.table).contains(where: { $0.name == "ORG-SHORT" }) else {
        continue
      }
      let full = lexicon.field(record, column: column)
      if !full.isEmpty { return full }
    }
    return nil
  }

  /// How many scalars of the level word begin a name that leaves its place out: 1 for 市总工会, 3 for 自治区党委; nil for
  /// other names (市场监管局).
  func levelLength(of mention: NameMention) -> Int? {
    let scalars = mention.scalars
    for length in [3, 2, 1] where length < scalars.count {
      guard isEntry(scalars[..<length], of: divisionSuffix) else { continue }
      let rest = scalars[length...]
      if rest.count == 1 || mention.isBoundary(length) || isEntry(rest, of: organizationShort)
        || isEntry(rest, of: organizationSuffix)
      {
        return length
      }
    }
    return nil
  }

  /// How many scalars of surname begin a Chinese name of two to four characters; nil for other names.
  func surnameLength(of name: [UInt32]) -> Int? {
    guard 2...4 ~= name.count else { return nil }
    if name.count > 2, isEntry(name[..<2], of: surname) { return 2 }
    return isEntry(name[..<1], of: surname) ? 1 : nil
  }
}
