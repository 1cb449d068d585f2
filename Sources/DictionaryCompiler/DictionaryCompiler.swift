import Extraction
import Lexicon

/// Compiles the text sources of a dictionary into the one file that a ``Lexicon`` reads in place.
///
/// The same sources always give the same bytes.
package enum DictionaryCompiler {
  /// - Throws: everything that is wrong, in the order of files and lines.
  package static func compile(
    _ sources: DictionarySources
  ) throws(DictionaryErrors) -> (bytes: [UInt8], report: CompilationReport) {
    var report = CompilationReport()
    let validation = report.measure(
      "validate", { SourceValidation(sources) }, size: { _ in (sources.tables.reduce(0) { $0 + $1.rows.count }, 0) })
    let characters = report.measure("characters", { CharacterTables(sources) }, size: { _ in (0x10000, 0) })
    let words = report.measure(
      "words", { WordCollector(sources, characters: characters) }, size: { ($0.words.count, 0) })
    report.warnings = validation.warnings + words.warnings
    let errors = validation.errors + words.errors
    if !errors.isEmpty { throw sorted(errors) }

    var writer = LexiconWriter()
    let (coding, trie) = try compileWords(words, sources, characters, &report)
    let model = report.measure(
      "model",
      { ModelCompiler(sources.table(ModelCompiler.tableName), codeCount: coding.count) { coding.code(of: $0) } },
      size: { ($0.featureCount, $0.byteCount) })
    if !model.errors.isEmpty { throw sorted(model.errors) }
    report.warnings += model.warnings
    let tagging = report.measure(
      "pos", { TagModelCompiler(sources, words: words, coding: coding, characters: characters) },
      size: { ($0.featureCount, 8 * $0.slots.count + 2 * $0.shifts.count + $0.rows.count + 2 * $0.wordClasses.count) })
    if !tagging.errors.isEmpty { throw sorted(tagging.errors) }
    report.warnings += tagging.warnings
    let entities = report.measure(
      "entities",
      {
        EntityModelCompiler(sources.table(EntityModelCompiler.tableName), codeCount: coding.count) {
          coding.code(of: $0)
        }
      }, size: { ($0.featureCount, $0.byteCount) })
    if !entities.errors.isEmpty { throw sorted(entities.errors) }
    writer.add(.codes, coding.codes)
    writer.add(.supplementaryCodes, pairs(coding.supplementary.map { ($0, UInt32($1)) }))
    writer.add(.characterClasses, characters.classes)
    writer.add(.supplementaryClasses, characters.supplementaryClasses)
    addFoldings(characters, to: &writer)
    writer.add(.codeClasses, coding.classes)
    writer.add(.codeRoles, coding.roles)
    writer.add(.nodes, trie.nodes)
    writer.add(.nodeWords, trie.words)
    addWords(words, sources, to: &writer)
    writer.add(.modelRecords, model.records)
    writer.add(.modelPairBases, model.pairBases)
    writer.add(.modelPairLabels, model.pairLabels)
    writer.add(.modelPairs, model.pairs)
    writer.add(.modelShared, model.shared)
    writer.add(.tagWordClasses, tagging.wordClasses)
    writer.add(.tagClasses, tagging.classes)
    writer.add(.tagCandidates, tagging.candidates)
    writer.add(.tagSlots, tagging.slots)
    writer.add(.tagRows, tagging.rows)
    writer.add(.tagShifts, tagging.shifts)
    writer.add(.entityCharacters, entities.built.characters)
    writer.add(.entityPairKeys, entities.built.pairKeys)
    writer.add(.entityPairs, entities.built.pairs)
    writer.add(.entityNames, entities.built.names)
    writer.add(.entityNamedWeights, entities.built.namedWeights)
    let file = writer.finish(sourceHash: sources.hash, wordHash: WordHash.hash(words, characters))
    report.parts.append(.init(name: "file", entries: words.words.count, bytes: file.count, seconds: 0))
    return (file, report)
  }

  private static func sorted(_ errors: [DictionaryError]) -> DictionaryErrors {
    DictionaryErrors(
      errors.enumerated().sorted { ($0.1.file, $0.1.line, $0.0) < ($1.1.file, $1.1.line, $1.0) }.map(\.1))
  }

  private static func compileWords(
    _ words: WordCollector, _ sources: DictionarySources, _ characters: CharacterTables,
    _ report: inout CompilationReport
  ) throws(DictionaryErrors) -> (CharacterCoding, TrieBuilder) {
    let numerals = numerals(sources, characters)
    let coding = report.measure("codes") {
      var weights: [UInt32: Double] = [:]
      for word in words.words {
        for scalar in word.scalars { weights[scalar, default: 0] += Double(word.count + word.newsCount) + 1 }
      }
      return CharacterCoding(weights: weights, roles: numerals, characters: characters)
    } size: {
      ($0.count, 2 * 0x10000)
    }
    let costs = CostModel(words.words)
    let trie = report.measure("trie") {
      let entries = words.words.enumerated().map { number, word in
        TrieBuilder.Entry(
          codes: word.scalars.map(coding.code), cost: costs.cost(word), word: UInt32(number),
          weight: Double(word.count + word.newsCount) + 0.01)
      }
      return TrieBuilder(entries, codeCount: coding.count, unknownCost: costs.unknownCost)
    } size: {
      ($0?.nodes.count ?? 0, 12 * ($0?.nodes.count ?? 0))
    }
    guard let trie, !coding.tooMany else {
      let reason = DictionaryError.Reason.limitExceeded("2^23 nodes or 16,000 characters")
      throw DictionaryErrors([DictionaryError(file: "Dictionaries", line: 0, reason: reason)])
    }
    return (coding, trie)
  }

  /// `segmentation/numerals`: the part that characters play in numbers written in Chinese.
  private static func numerals(_ sources: DictionarySources, _ characters: CharacterTables) -> [UInt32: NumeralRole] {
    guard let table = sources.table("segmentation/numerals"), let role = table.column("role") else { return [:] }
    var roles: [UInt32: NumeralRole] = [:]
    for row in table.rows {
      if let scalar = characters.folded(row[0]).first, let value = NumeralRole(name: row[role]) {
        roles[scalar] = value
      }
    }
    return roles
  }

  private static func pairs(_ pairs: [(UInt32, UInt32)]) -> [UInt64] {
    pairs.map { UInt64($0) << 32 | UInt64($1) }.sorted()
  }

  private static func addFoldings(_ characters: CharacterTables, to writer: inout LexiconWriter) {
    writer.add(.foldings, characters.foldings.map { $0 < 0x10000 ? UInt16($0) : 0 })
    let outside = characters.foldings.enumerated().filter { $1 >= 0x10000 }.map { (UInt32($0), $1) }
    writer.add(.supplementaryFoldings, pairs(outside + characters.supplementaryFoldings.map { ($0, $1) }))
  }

  private static func addWords(_ collected: WordCollector, _ sources: DictionarySources, to writer: inout LexiconWriter)
  {
    let costs = CostModel(collected.words)
    var classSets: [ClassSet] = [ClassSet()]
    var setNumbers: [ClassSet: UInt16] = [ClassSet(): 0]
    var wordSets: [UInt16] = []
    for word in collected.words {
      let number = setNumbers[word.classes] ?? UInt16(classSets.count)
      if Int(number) == classSets.count {
        classSets.append(word.classes)
        setNumbers[word.classes] = number
      }
      wordSets.append(number)
    }
    let kept = sources.tables.filter { !LexiconWriter.compiledAway.contains($0.name) }
    var directory = DirectoryWriter(
      tags: collected.tagNames, classes: collected.classNames, tables: kept, rules: sources.rules)
    var runs: [UInt32] = []
    var previous: (file: Int, line: Int32)?
    for (number, word) in collected.words.enumerated() {
      if let previous, previous.file == word.file, previous.line + 1 == word.line {
      } else {
        runs += [UInt32(number), directory.string(sources.tables[word.file].name + ".tsv"), UInt32(word.line)]
      }
      previous = (word.file, word.line)
    }
    writer.add(.words, collected.words.map { UInt32($0.tag) << 24 | costs.cost($0) })
    writer.add(.wordClassSets, wordSets)
    writer.add(.classSets, classSets.flatMap { [$0.low, $0.high] })
    writer.add(
      .records, collected.records.map { UInt64($0.word) << 32 | UInt64($0.table) << 24 | UInt64($0.row) })
    writer.add(.sourceRuns, runs)
    writer.add(.stringOffsets, directory.stringOffsets)
    writer.add(.stringBytes, directory.stringBytes)
    writer.add(.directory, directory.numbers)
    writer.add(.cells, directory.cells)
    writer.add(.lines, directory.lines)
    writer.add(.rules, directory.rules)
  }
}
