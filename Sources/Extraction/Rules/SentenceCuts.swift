import Lexicon
import Segmentation

/// The marks of a sentence that nothing goes across: no entry, no token, no result so far.
///
/// A match takes everything from its start to its end. So a rule that takes no marks itself need not be tried where a cut
/// stands between the start and what its matches must hold: 有限公司 behind the next comma is no reason to look for the
/// name of a company here.
struct SentenceCuts {
  /// What a rule takes of marks by itself: the cuts that stop it.
  enum Marks: Int {
    /// Commas, stops, and the like.
    case points
    /// Brackets and quotes, too.
    case all
  }

  /// One row of bits for each of ``Marks``.
  private var rows = Table<UInt64>()
  private var words = 0

  /// - Parameter places: of the sentence; one more than it has scalars.
  mutating func load(
    _ classes: [CharacterClass], _ places: Table<RuleInput.Place>, _ edges: Table<RuleInput.Edge>, count: Int
  ) {
    words = (count + 63) / 64
    rows.reset(to: 0, count: 2 * words)
    // Where the longest entry or token so far ends.
    var end = 0
    classes.withUnsafeBufferPointer { classes in
      for position in 0..<count {
        let place = places[position]
        let isCovered = position < end
        end = max(end, Int(place.tokenEnd))
        var index = Int(place.firstEdge)
        let last = Int(places[position + 1].firstEdge)
        // The longest entry is the last but for the user's.
        while index < last {
          end = max(end, Int(edges[index].end))
          index += 1
        }
        guard place.kind & ScalarKinds.punctuation != 0, !isCovered, end <= position + 1, place.classes.isNone else {
          continue
        }
        let bit: UInt64 = 1 << UInt64(position & 63)
        switch classes[position] {
        case .punct:
          rows[position >> 6] |= bit
          rows[words + position >> 6] |= bit
        case .open, .close: rows[words + position >> 6] |= bit
        default: continue
        }
      }
    }
  }

  /// A result may be taken as a whole, with the marks in it.
  @inline(__always) func uncover(_ range: Range<Int>) {
    for position in range {
      let kept = ~((1 as UInt64) << UInt64(position & 63))
      rows[position >> 6] &= kept
      rows[words + position >> 6] &= kept
    }
  }

  @inline(__always) func row(_ marks: Marks, _ word: Int) -> UInt64 { rows[marks.rawValue &* words &+ word] }
}

extension SentenceCuts.Marks {
  /// The cuts that stop a program; nil if it may take any mark.
  init?(of program: RuleProgram, lexicon: Lexicon) {
    var takesPoints = false
    var takesBrackets = false
    func take(_ scalar: UInt32) {
      switch lexicon.characterClass(of: scalar) {
      case .punct: takesPoints = true
      case .open, .close: takesBrackets = true
      default: break
      }
    }
    // The tags of marks, and 0 of what has none.
    var tags: UInt64 = 1
    for (index, name) in lexicon.tagNames.enumerated() where index < 64 && name.lowercased().hasPrefix("w") {
      tags |= 1 << UInt64(index)
    }
    for instruction in program.instructions {
      switch instruction.operation {
      case .scalar: take(UInt32(bitPattern: instruction.a))
      case .set:
        if instruction.a == 1 { return nil }
        program.sets[Int(instruction.b)].forEach(take)
      case .kind: if instruction.mask & ScalarKinds.punctuation != 0 { return nil }
      case .word: if instruction.mask & tags != 0 { return nil }
      case .entry, .result, .peek, .boundary, .sentenceStart, .sentenceEnd, .split, .jump, .save, .accept: continue
      }
    }
    if takesPoints { return nil }
    self = takesBrackets ? .points : .all
  }
}

/// Bits that stand for positions.
enum PositionBits {
  /// The positions from which one of `bits` can be reached by going up through positions of `open` only; those of `bits`
  /// are among them (the occluded fill of chess programs).
  @inline(__always) static func filledDown(_ bits: UInt64, through open: UInt64) -> UInt64 {
    var filled = bits
    var open = open
    filled |= open & filled >> 1
    open &= open >> 1
    filled |= open & filled >> 2
    open &= open >> 2
    filled |= open & filled >> 4
    open &= open >> 4
    filled |= open & filled >> 8
    open &= open >> 8
    filled |= open & filled >> 16
    open &= open >> 16
    return filled | open & filled >> 32
  }
}
