import Lexicon

/// A stretch of text as codes and offsets, with what the best path needs beside them.
///
/// All buffers are allocated once and indexed by *position*: one for each scalar that matters to matching. The unsafe
/// pointers stay inside this module; `fill` never stores past ``capacity``, and every array has room for a few more
/// positions, so that looking one or two positions ahead is always allowed.
final class Window {
  /// Positions at most; with ``Trie/maximumCost`` this keeps sums of costs below ``impossible``.
  static var capacity: Int { 2048 }
  /// Of every array: looking ahead is allowed so far.
  static var room: Int { capacity + 8 }
  /// A run of letters or digits longer than this is cut, so that nothing grows with a line without spaces.
  static var longestRun: Int { 1024 }
  /// No word is longer; what lies this far from the end of a full window is decided in the next one.
  static var margin: Int { 64 }
  /// The cost of positions where no token may begin or end.
  static var impossible: UInt32 { 0x8000_0000 }
  /// The cost of what is no word: dearer than any way around it, and cheap enough to add to ``impossible``.
  static var noWord: UInt32 { 0x4000_0000 }

  let lexicon: Lexicon
  let trie: Trie
  let grammar = NumberGrammar()
  /// Kinds of tokens by their raw value.
  let kinds: UnsafeMutablePointer<TokenKind>
  /// By code, the token of that character alone: the trie's node, and from ``kindShift`` on the kind.
  let singles: UnsafeMutablePointer<UInt32>
  static var kindShift: UInt32 { 28 }
  let codes: UnsafeMutablePointer<UInt16>
  let offsets: UnsafeMutablePointer<UInt32>
  let roles: UnsafeMutablePointer<UInt8>
  let costs: UnsafeMutablePointer<UInt32>
  /// Kind << 12 | length of the best token that starts here.
  let tokens: UnsafeMutablePointer<UInt16>
  /// Lengths of the longest words that begin and end at a position, for the model: at most
  /// ``SegmentationWeights/longestLength``, 1 if there is none.
  let begins: UnsafeMutablePointer<UInt8>
  let ends: UnsafeMutablePointer<UInt8>
  /// The trie's nodes of the words that ``tokens`` may hold, in rows of ``room``: of one character (with its kind, as in
  /// ``singles``), two, three, more; zeros for what is no word. A row says nothing where no such word starts.
  let wordNodes: UnsafeMutablePointer<UInt32>
  /// Costs of the words of one (low half) and two characters (high half) that start here.
  let shortCosts: UnsafeMutablePointer<UInt64>
  /// Costs of the words of three characters that start here.
  let tripleCosts: UnsafeMutablePointer<UInt32>
  /// Positions where four characters begin a word or are one, ascending.
  let longs: UnsafeMutablePointer<LongWord>
  let numberCosts: UnsafeMutablePointer<UInt32>
  let numberEnds: UnsafeMutablePointer<UInt16>
  /// Positions that need more than the lexicon, ascending; several may share a position.
  let specials: UnsafeMutablePointer<Special>
  let times: UnsafeMutablePointer<Special>
  var specialCount = 0
  var timeCount = 0
  var longCount = 0
  /// The number of positions, and of those that are decided in this window.
  var count = 0
  var limit = 0
  /// How far the arrays may hold something of this window: what the next one has to clear.
  var usedRoom = 0
  /// Whether the window is full and holds no sign that ends words.
  var isCutAnywhere = false
  /// The user's forced words in this window, ascending and apart.
  var userSpans: [UserSpan] = []
  /// The user's preferred words that compete in this window, ascending by start, then end.
  var preferredSpans: [UserSpan] = []
  /// Whether a user's word may reach over ``limit``.
  var wordsCrossLimit = false

  struct UserSpan {
    var start: Int
    var end: Int
    /// The number of the entry in its layer.
    var entry: UInt32
  }

  struct LongWord {
    var position: UInt16
    /// The node of the first four characters.
    var node: UInt32
  }

  struct Special {
    var position: UInt16
    var end: UInt16
    var kind: Kind

    enum Kind: UInt8 {
      /// Inside a run or a user's word.
      case blocked
      /// An element of a number that goes on at `end`.
      case numeral
      case number, time, latin, address
      /// A user's forced word: nothing else may start here.
      case user
      /// A user's preferred word.
      case preferred
    }
  }

  init(_ lexicon: Lexicon) {
    self.lexicon = lexicon
    trie = lexicon.trie
    kinds = .allocate(capacity: 16)
    kinds.initialize(repeating: .other, count: 16)
    for kind in TokenKind.allCases { kinds[Int(kind.rawValue)] = kind }
    singles = .allocate(capacity: trie.codeCount)
    for code in 0..<trie.codeCount {
      let kind = TokenKind(ofCharacter: CharacterClass(rawValue: trie.classes[code]) ?? .other)
      (singles + code).initialize(to: UInt32(trie.root + code) | UInt32(kind.rawValue) << Self.kindShift)
    }
    let room = Self.room
    codes = .allocate(capacity: room)
    offsets = .allocate(capacity: room)
    roles = .allocate(capacity: room)
    costs = .allocate(capacity: room)
    tokens = .allocate(capacity: room)
    begins = .allocate(capacity: room)
    ends = .allocate(capacity: room)
    wordNodes = .allocate(capacity: 5 * room)
    shortCosts = .allocate(capacity: room)
    tripleCosts = .allocate(capacity: room)
    longs = .allocate(capacity: room)
    numberCosts = .allocate(capacity: room)
    numberEnds = .allocate(capacity: room)
    specials = .allocate(capacity: (2 + Self.preferredWordsAtOnce) * room)
    times = .allocate(capacity: 2 * room)
    codes.initialize(repeating: 0, count: room)
    offsets.initialize(repeating: 0, count: room)
    roles.initialize(repeating: 0, count: room)
    costs.initialize(repeating: 0, count: room)
    tokens.initialize(repeating: 1, count: room)
    begins.initialize(repeating: 1, count: room)
    ends.initialize(repeating: 1, count: room)
    wordNodes.initialize(repeating: 0, count: 5 * room)
    shortCosts.initialize(repeating: 0, count: room)
    tripleCosts.initialize(repeating: 0, count: room)
    longs.initialize(repeating: LongWord(position: 0, node: 0), count: room)
    numberCosts.initialize(repeating: Self.impossible, count: room)
    numberEnds.initialize(repeating: 0, count: room)
  }

  deinit {
    kinds.deallocate()
    singles.deallocate()
    codes.deallocate()
    offsets.deallocate()
    roles.deallocate()
    costs.deallocate()
    tokens.deallocate()
    begins.deallocate()
    ends.deallocate()
    wordNodes.deallocate()
    shortCosts.deallocate()
    tripleCosts.deallocate()
    longs.deallocate()
    numberCosts.deallocate()
    numberEnds.deallocate()
    specials.deallocate()
    times.deallocate()
  }

  @inline(__always) func addSpecial(_ position: Int, _ kind: Special.Kind, end: Int) {
    specials[specialCount] = Special(
      position: UInt16(truncatingIfNeeded: position), end: UInt16(truncatingIfNeeded: end), kind: kind)
    specialCount &+= 1
  }

  @inline(__always) func addTime(_ position: Int, end: Int) {
    times[timeCount] = Special(
      position: UInt16(truncatingIfNeeded: position), end: UInt16(truncatingIfNeeded: end), kind: .time)
    timeCount &+= 1
  }

  @inline(__always) func kind(_ code: UInt16) -> TokenKind { kinds[Int(singles[Int(code)] >> Self.kindShift)] }

  @inline(__always) func role(_ position: Int) -> NumeralRole { NumeralRole(rawValue: roles[position]) ?? .none }
}
