import Lexicon

/// Which rules a sentence can match at all, told for up to 64 rules of a stage at once by the features that their
/// patterns need: most rules ask for a word that most sentences lack.
struct RuleSieve: Sendable {
  /// Up to 64 rules of one stage; bit n of a set of rules is the n-th of them.
  struct Group: BitwiseCopyable {
    /// Of ``rules``.
    let firstRule: Int
    /// A bit for each of its rules.
    let rules: UInt64
    /// Of ``plainNeeds``.
    let firstPlain: Int
    let plainCount: Int
    /// Of ``needs``.
    let firstNeed: Int
    let needCount: Int
    /// Of ``contexts``.
    let firstContext: Int
    let contextCount: Int
  }

  /// Rules that only match where a feature is.
  private struct PlainNeed: BitwiseCopyable {
    let rules: UInt64
    let feature: Int32
  }

  /// Rules that only match where one of some features is.
  private struct Need: BitwiseCopyable {
    let rules: UInt64
    /// Of ``features``.
    let first: Int32
    let count: Int32
  }

  /// A rule that wants an entry of one of these classes in its sentence.
  private struct Context: BitwiseCopyable {
    let rule: UInt64
    let classes: ClassSet
  }

  /// By group: the numbers of its rules, in the order in which they run.
  private let rules: Table<Int32>
  private let groups: Table<Group>
  /// By stage, and one more: its first group.
  private let stageStarts: [Int]
  private let plainNeeds: Table<PlainNeed>
  private let needs: Table<Need>
  private let features: Table<Int32>
  /// No bit, and all: read by number, for compilers make branches of other ways to choose one.
  private let masks = Table<UInt64>([0, .max])
  private let contexts: Table<Context>

  var stageCount: Int { stageStarts.count - 1 }

  /// What one rule asks for.
  struct Wishes {
    /// Each match has one feature of each of these.
    let needs: [[Int32]]
    /// Its sentence has an entry of each of these.
    let contexts: [ClassSet]
  }

  /// - Parameters:
  ///   - stages: the numbers of the rules of each stage.
  ///   - wishes: by rule.
  init(stages: [[Int]], wishes: [Wishes]) {
    var rules: [Int32] = []
    var groups: [Group] = []
    var starts = [0]
    var plainNeeds: [PlainNeed] = []
    var needs: [Need] = []
    var features: [Int32] = []
    var contexts: [Context] = []
    for stage in stages {
      for first in stride(from: 0, to: stage.count, by: 64) {
        let own = stage[first..<min(first + 64, stage.count)]
        var ownNeeds: [[Int32]: UInt64] = [:]
        let (firstPlain, firstNeed, firstContext) = (plainNeeds.count, needs.count, contexts.count)
        for (bit, rule) in own.enumerated() {
          for need in wishes[rule].needs { ownNeeds[need, default: 0] |= 1 << UInt64(bit) }
          contexts += wishes[rule].contexts.map { Context(rule: 1 << UInt64(bit), classes: $0) }
        }
        for (need, askers) in ownNeeds.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
          if need.count == 1 {
            plainNeeds.append(PlainNeed(rules: askers, feature: need[0]))
          } else {
            needs.append(Need(rules: askers, first: Int32(features.count), count: Int32(need.count)))
            features += need
          }
        }
        groups.append(
          Group(
            firstRule: rules.count, rules: .max >> UInt64(64 - own.count), firstPlain: firstPlain,
            plainCount: plainNeeds.count - firstPlain, firstNeed: firstNeed, needCount: needs.count - firstNeed,
            firstContext: firstContext, contextCount: contexts.count - firstContext))
        rules += own.map { Int32($0) }
      }
      starts.append(groups.count)
    }
    self.rules = Table(rules)
    self.groups = Table(groups)
    stageStarts = starts
    self.plainNeeds = Table(plainNeeds)
    self.needs = Table(needs)
    self.features = Table(features)
    self.contexts = Table(contexts)
  }

  @inline(__always) func groupNumbers(ofStage stage: Int) -> Range<Int> { stageStarts[stage]..<stageStarts[stage + 1] }

  @inline(__always) func group(_ number: Int) -> Group { groups[number] }

  /// The number of a rule, by its place in its group.
  @inline(__always) func rule(_ place: Int, of group: Group) -> Int { Int(rules[group.firstRule &+ place]) }

  /// The rules of the group that a sentence with entries of these classes may match.
  @inline(__always) func rules(of group: Group, inSentenceWith classes: ClassSet) -> UInt64 {
    var open = group.rules
    for number in 0..<group.contextCount {
      let context = contexts[group.firstContext &+ number]
      if (context.classes.low & classes.low) | (context.classes.high & classes.high) == 0 { open &= ~context.rule }
    }
    return open
  }

  /// Those of the rules `open` of the group that may match from the first half of a window.
  ///
  /// - Complexity: O(*n*) in the features that the group asks for.
  @inline(__always) func sift(_ open: UInt64, of group: Group, _ rows: SentenceRows.Window) -> UInt64 {
    var lacking: UInt64 = 0
    // Without a branch: whether a sentence has a feature is hard to foretell.
    var need = plainNeeds.start + group.firstPlain
    let last = need + group.plainCount
    while need < last {
      lacking |= need.pointee.rules & masks[rows[need.pointee.feature].isEmpty ? 1 : 0]
      need += 1
    }
    var open = open & ~lacking
    for number in group.firstNeed..<group.firstNeed &+ group.needCount {
      let need = needs[number]
      if need.rules & open == 0 { continue }
      var isMet = false
      for feature in Int(need.first)..<Int(need.first &+ need.count) where !rows[features[feature]].isEmpty {
        isMet = true
        break
      }
      if !isMet { open &= ~need.rules }
    }
    return open
  }
}
