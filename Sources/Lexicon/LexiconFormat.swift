/// The layout of a compiled dictionary: a header of 64 bytes, a table of sections, the sections.
///
/// Everything is little endian and aligned to 64 bytes, a cache line; nothing in it depends on where it is mapped.
///
/// | bytes | header |
/// |---|---|
/// | 0–7 | ``magic`` |
/// | 8–11, 12–15 | ``version``, number of sections |
/// | 16–23 | size of the file |
/// | 24–31 | hash of the sources |
/// | 32–39 | checksum of all that follows the header |
/// | 40–47 | hash of the words and of the properties of characters, which full texts depend on |
package enum LexiconFormat {
  /// `WENMAI` and two zeros.
  package static let magic: UInt64 = 0x0000_4941_4D4E_4557
  package static let version: UInt32 = 5
  package static let headerSize = 64
  /// Section table: id (4 bytes), unused (4), offset (8), size in bytes (8).
  package static let sectionEntrySize = 24

  package enum Section: UInt32, CaseIterable, Sendable {
    /// `UInt16` a scalar of the basic plane: its code.
    case codes = 1
    /// `UInt64` a scalar above it that has a code of its own: scalar << 32 | code, ascending.
    case supplementaryCodes
    /// `UInt8` a scalar of the basic plane: its class.
    case characterClasses
    /// `UInt64` a range above it: first scalar << 32 | class, ascending.
    case supplementaryClasses
    /// `UInt16` a scalar of the basic plane: what it folds to.
    case foldings
    /// `UInt64` any other folding: from << 32 | to, ascending.
    case supplementaryFoldings
    /// `UInt8` a code: class, role.
    case codeClasses, codeRoles
    /// `UInt64` a node; see ``Trie``.
    case nodes
    /// `UInt32` a node: the word that ends there.
    case nodeWords
    /// `UInt32` a word: tag << 24 | cost.
    case words
    /// `UInt16` a word: index of its class set.
    case wordClassSets
    /// Two `UInt64` a class set; the first set is empty.
    case classSets
    /// `UInt64` a record: word << 32 | table << 24 | row, ascending.
    case records
    /// Three `UInt32` a run of words from consecutive lines: first word, file (a string), first line.
    case sourceRuns
    /// `UInt32` a string: where it begins; one more for the end.
    case stringOffsets
    case stringBytes
    /// `UInt32` numbers that describe tags, classes, tables and rule files; read in order by `LexiconDirectory`.
    case directory
    /// `UInt32` a field: a string. Tables row by row.
    case cells
    /// `UInt32` a row: its source line.
    case lines
    /// The rule files' bytes, one after the other.
    case rules
    /// The weights of mode `precise`, none if there is no model; see ``SegmentationWeights``. 16 `UInt32` and
    /// one a code; `UInt16` a pair of characters, and two `UInt64`; four `Int16` a vector that belongs to no character.
    case modelRecords, modelPairBases, modelPairLabels, modelPairs, modelShared
    /// `UInt16` a word: the class by which it is tagged; see ``TagModel``.
    case tagWordClasses = 64
    /// `UInt64` a class.
    case tagClasses
    /// `UInt8` a tag that a class may have.
    case tagCandidates
    /// Two `UInt64` a slot, a power of two of them or none: the weights of a feature.
    case tagSlots
    /// `Int8` a tag, for features with the weights of many.
    case tagRows
    /// `UInt16` a group of features, a power of two of them: what moves their slots.
    case tagShifts
    /// The weights of the model of entities, none if there is no model; see ``EntityWeights``: `Int8` four a vector,
    /// vectors by code; `UInt32` a slot; `Int8` again; UTF-8 lines; `Int16` four a line.
    case entityCharacters, entityPairKeys, entityPairs, entityNames, entityNamedWeights
  }

  /// A quick checksum of eight bytes at a step (FNV-1a's prime, with a rotation so that high bits come down).
  package static func checksum(_ bytes: UnsafeRawBufferPointer, seed: UInt64 = 0xCBF2_9CE4_8422_2325) -> UInt64 {
    var hash = seed
    var offset = 0
    while offset &+ 8 <= bytes.count {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      hash = (hash ^ word) &* 0x100_0000_01B3
      hash = hash << 23 | hash >> 41
      offset &+= 8
    }
    while offset < bytes.count {
      hash = (hash ^ UInt64(bytes[offset])) &* 0x100_0000_01B3
      offset &+= 1
    }
    return hash ^ hash >> 29
  }
}
