import Foundation

/// The words that fill slots, drawn from the project's own dictionaries with their frequencies.
struct Vocabulary {
  private(set) var lists: [String: WordList] = [:]

  /// - Parameter folder: `Dictionaries`.
  init(dictionaries folder: URL) throws {
    func rows(_ table: String) throws -> [[String]] {
      try String(contentsOf: folder.appending(path: table + ".tsv"), encoding: .utf8)
        .split(separator: "\n").filter { !$0.hasPrefix("# ") }
        .map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
    }
    func plain(_ table: String, where keep: ([String]) -> Bool = { _ in true }) throws -> WordList {
      WordList(try rows(table).filter(keep).map { ($0[0], 1) })
    }

    lists["surname"] = WordList(try rows("people/surnames").map { ($0[0], Int($0[1]) ?? 0) })
    let given = try rows("people/given-names")
    lists["given.single"] = WordList(given.map { ($0[0], Int($0[1]) ?? 0) })
    lists["given.first"] = WordList(given.map { ($0[0], Int($0[2]) ?? 0) })
    lists["given.second"] = WordList(given.map { ($0[0], Int($0[3]) ?? 0) })
    lists["foreign.given"] = try plain("people/foreign-names") { $0[1] != "family" }
    lists["foreign.family"] = try plain("people/foreign-names") { $0[1] != "given" }

    let divisions = try rows("places/divisions").filter { $0[5] == "current" }
    for (slot, level) in [("province", "province"), ("city", "prefecture"), ("county", "county")] {
      lists[slot] = WordList(divisions.filter { $0[3] == level }.map { ($0[1], 1) })
    }
    lists["city.short"] = WordList(divisions.filter { $0[3] == "prefecture" && $0[2].count > 1 }.map { ($0[2], 1) })
    lists["country"] = WordList(try rows("places/countries").map { ($0[1], 1) })
    lists["world"] = try plain("places/world-cities") { $0[2] == "capital" }
    lists["natural"] = try plain("places/natural") { ["river", "lake", "mountain"].contains($0[1]) }
    lists["landmark"] = try plain("places/landmarks")

    lists["state"] = try plain("organizations/state")
    lists["company"] = try plain("organizations/companies")
    lists["bank"] = try plain("organizations/companies") { $0[1] == "bank" || $0[0].hasSuffix("银行") }
    lists["university"] = try plain("organizations/universities") { $0[1] == "university" }
    lists["hospital"] = try plain("organizations/hospitals-culture") { $0[1] == "hospital" }
    lists["media"] = try plain("organizations/media")
    lists["international"] = try plain("organizations/international")
    lists["team"] = try plain("organizations/sports-teams")
    for kind in ["government", "party", "business"] { lists["title.\(kind)"] = try plain("titles/\(kind)") }

    let words = try rows("lexicon/words")
    func drawn(_ lengths: ClosedRange<Int>, _ tags: Set<String>) -> WordList {
      WordList(
        words.filter { tags.contains($0[2]) && lengths.contains($0[0].count) }.map { ($0[0], Int($0[1]) ?? 0) })
    }
    lists["noun"] = drawn(2...4, ["n", "vn"])
    lists["verb"] = drawn(2...2, ["v"])
    lists["adjective"] = drawn(2...3, ["a", "z"])
    lists["idiom"] = drawn(4...4, ["i", "l"])
  }
}
