package import Lexicon

/// Chooses the parts of speech of words: a linear model over the words around and the tags before, decided from left to
/// right (greedily: looking for the best row of tags was no better, and costs more).
///
/// Immutable, to be shared between tasks. Words of the user's have the tag that he gave, or that their class stands for.
package struct Tagger: Sendable {
  package let lexicon: Lexicon
  /// Without it, words have the tag that the lexicon gives them.
  let model: TagModel?
  /// What keeps a model in memory that lies in no lexicon.
  private let owner: TagModelStorage?
  /// By class of words, for words without a tag; see ``classTag(_:)``.
  private let classTags: [(id: ClassID, tag: TagID)]
  /// By ``TokenKind``.
  private let kindTags: [TagID]
  /// Of words that nothing is known of.
  private let noun: TagID

  package init(lexicon: Lexicon) {
    self.init(lexicon: lexicon, model: lexicon.tagModel, owner: nil)
  }

  /// A tagger with a model that lies in no compiled dictionary, as training makes them.
  package init(lexicon: Lexicon, model: TagModelStorage) {
    self.init(lexicon: lexicon, model: model.model, owner: model)
  }

  private init(lexicon: Lexicon, model: TagModel?, owner: TagModelStorage?) {
    self.lexicon = lexicon
    self.model = model
    self.owner = owner
    classTags = Self.classTags(lexicon)
    kindTags = TokenKind.allCases.map { kind in Self.tagName(of: kind).flatMap(lexicon.tagID) ?? .none }
    noun = lexicon.tagID(named: "n") ?? .none
  }

  /// The table of the tags that classes stand for.
  package static let classTable = "lexicon/class-tags"

  private static func classTags(_ lexicon: Lexicon) -> [(id: ClassID, tag: TagID)] {
    guard let table = lexicon.table(classTable), let name = table.column("class"), let tag = table.column("tag") else {
      return []
    }
    return table.rows.compactMap { row in
      guard let id = lexicon.classID(named: row[name]), let tag = lexicon.tagID(named: row[tag]) else { return nil }
      return (id, tag)
    }
  }

  /// What the news standard gives to tokens that are no words.
  package static func tagName(of kind: TokenKind) -> String? {
    switch kind {
    case .number: "m"
    case .time: "t"
    case .latin, .address: "nx"
    case .punctuation, .other: "w"
    case .word, .user: "n"
    case .space, .lineBreak: nil
    }
  }

  /// The tag of a group that training did not see.
  package static func usualTag(ofGroup group: UInt16, tags: [String]) -> TagID {
    if group >= TagSymbol.lexical(.none), Int(group - TagSymbol.lexical(.none)) < tags.count {
      return TagID(raw: UInt8(group - TagSymbol.lexical(.none)))
    }
    let kind = TokenKind.allCases.first { TagSymbol.kind($0) == group }
    let name = kind.flatMap(tagName) ?? "n"
    return TagID(raw: UInt8(tags.firstIndex(of: name) ?? 0))
  }

  /// The tag of a token by itself, without a look at what is around it; of white space ``TagID/none``.
  package func tag(of token: Token) -> TagID {
    guard token.kind == .word || token.kind == .user else { return kindTags[Int(token.kind.rawValue)] }
    guard let word = token.word(in: lexicon) else { return noun }
    return lexicalTag(of: word) ?? noun
  }

  /// The tag that the lexicon or the user gives a word, or that its class stands for.
  package func lexicalTag(of word: WordID) -> TagID? {
    let tag = lexicon.tag(of: word)
    return tag == .none ? classTag(word) : tag
  }

  private func classTag(_ word: WordID) -> TagID? {
    let classes = lexicon.classes(of: word)
    return classTags.first { classes.contains($0.id) }?.tag
  }

  /// Makes the buffers that one task needs; keep it for all the texts of the task.
  package func makeWorker(_ segmenter: Segmenter) -> TaggingWorker { TaggingWorker(self, segmenter) }

  // MARK: Units

  /// A word or a token as features see it.
  ///
  /// - Parameter length: in scalars; asked for if nothing else is known of the word.
  @inline(__always)
  package func unit(_ kind: TokenKind, _ word: WordID?, length: () -> Int) -> TagUnit {
    guard let model else { return TagUnit() }
    if kind != .word && kind != .user { return unit(ofGroup: TagSymbol.kind(kind), model) }
    guard let word else { return unit(ofGroup: TagSymbol.unknown(length: length()), model) }
    guard Int(word.raw) < model.wordCount else {
      return unit(ofGroup: lexicalTag(of: word).map(TagSymbol.lexical) ?? TagSymbol.unknown(length: length()), model)
    }
    let number = model.wordClasses[Int(word.raw)]
    if number == 0 { return unit(ofGroup: TagSymbol.unknown(length: length()), model) }
    if Int(number) < TagModel.firstWordClass { return unit(ofGroup: number, model) }
    let entry = model.classes[Int(number)]
    return TagUnit(
      symbol: TagSymbol.word(word), context: TagModel.context(entry), group: TagModel.group(entry), tagClass: number)
  }

  /// A word that is seen as one of a group only.
  package func unit(ofGroup group: UInt16) -> TagUnit { model.map { unit(ofGroup: group, $0) } ?? TagUnit() }

  @inline(__always) private func unit(ofGroup group: UInt16, _ model: TagModel) -> TagUnit {
    TagUnit(symbol: UInt32(group), context: group, group: group, tagClass: group)
  }

  /// The tags that a word may have, the most frequent first.
  package func candidates(_ unit: TagUnit) -> [UInt8] {
    guard let model else { return [] }
    let entry = model.classes[Int(unit.tagClass)]
    let first = TagModel.firstCandidate(entry)
    return (first..<first + TagModel.candidateCount(entry)).map { model.candidates[$0] }
  }
}

/// A model that lies in no compiled dictionary.
package final class TagModelStorage: @unchecked Sendable {
  package let model: TagModel
  private let memory: [UnsafeMutableRawPointer]

  /// - Returns: nil if the builder has no features.
  package init?(_ built: TagModelBuilder, tagCount: Int) {
    var memory: [UnsafeMutableRawPointer] = []
    func copy<T>(_ values: [T]) -> UnsafeBufferPointer<T> {
      let buffer = UnsafeMutableBufferPointer<T>.allocate(capacity: max(values.count, 1))
      _ = buffer.initialize(from: values)
      if let start = buffer.baseAddress { memory.append(UnsafeMutableRawPointer(start)) }
      return UnsafeBufferPointer(rebasing: buffer[0..<values.count])
    }
    let model = try? TagModel(
      TagModel.Parts(
        wordClasses: copy(built.wordClasses), classes: copy(built.classes), candidates: copy(built.candidates),
        slots: copy(built.slots), shifts: copy(built.shifts), rows: copy(built.rows)),
      wordCount: built.wordClasses.count, tagCount: tagCount, thorough: true)
    self.memory = memory
    guard let model else {
      for pointer in memory { pointer.deallocate() }
      return nil
    }
    self.model = model
  }

  deinit { for pointer in memory { pointer.deallocate() } }
}
