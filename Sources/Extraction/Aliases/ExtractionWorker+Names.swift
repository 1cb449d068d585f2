import Lexicon
import Text

extension ExtractionWorker {
  /// Adds an entity of the sentence that was read last to its names, as references are settled by.
  ///
  /// - Parameter end: where the entity before it ends; nil for the first one.
  func addName(
    _ candidate: Candidate, _ forms: NameForms, at span: Span, behind end: Int?, in input: borrowing RuleInput,
    _ sentence: inout Sentence
  ) {
    let gap = end.map { candidate.range.lowerBound - $0 } ?? -1
    names.next().take(candidate, forms, span: span, gap: gap, in: input, tables: extractor.aliases)
    if let surname = loneSurname(of: candidate, behind: end, in: input) {
      sentence.surnames.append(Array(input.scalars[surname]))
    }
  }

  /// A surname that stands alone before a title, whether the title was found or the two were taken for a name.
  private func loneSurname(of candidate: Candidate, behind end: Int?, in input: borrowing RuleInput) -> Range<Int>? {
    let tables = extractor.aliases
    switch candidate.type {
    case RuleSet.title:
      let surname = DocumentMemory.loneSurname(before: candidate.range.lowerBound, in: input, tables: tables)
      return surname.flatMap { $0.lowerBound >= end ?? 0 ? $0 : nil }
    case RuleSet.person where candidate.range.count < 5:
      return DocumentMemory.surnameBeforeTitle(candidate.range, in: input, tables: tables)
    default: return nil
    }
  }

  func definition(_ found: DefinitionReader.Found, of text: NormalizedText) -> AliasDefinition {
    let full = bytes(found.full)
    return AliasDefinition(
      full: Array(cascade.input.scalars[found.full]), short: Array(cascade.input.scalars[found.short]),
      name: extractor.aliases.simplified(text.text(full)),
      type: found.type,
      evidence: text.span(full))
  }

  /// Settles what the entities of an article refer to.
  func resolve(_ entities: inout [Entity], of sentences: [Sentence], _ article: Article, _ document: Document) {
    let origins = origins(of: article, document)
    references.resolve(names, sentences, origins: origins) { entities[$0].settle($1) }
  }

  /// Where the article says it is from: the place of its dateline, the places that its media are named after.
  private func origins(of article: Article, _ document: Document) -> [(name: [UInt32], span: Span)] {
    var spans: [Span] = []
    if let place = article.dateline?.place { spans.append(place) }
    if let agency = article.dateline?.agency { spans.append(agency) }
    spans += article.bylines.compactMap(\.agency)
    let tables = extractor.aliases
    return spans.compactMap { span in
      let scalars = document.text(span).unicodeScalars.map { tables.lexicon.fold($0.value) }
      for length in stride(from: min(scalars.count, 12), to: 1, by: -1)
      where tables.isEntry(scalars[..<length], of: tables.place) {
        return (Array(scalars[..<length]), span)
      }
      return nil
    }
  }
}

extension Entity {
  /// Takes over what was settled.
  fileprivate mutating func settle(_ settled: ReferenceResolver.Settled) {
    change { parts in
      parts.references = settled.references
      parts.place = settled.place
      if let name = settled.canonical { parts.canonical = name == parts.text ? nil : name }
      if !settled.inner.isEmpty { parts.nested.settlePlaces(settled.inner) }
    }
  }
}

extension [Entity] {
  /// Takes over what the places inside names refer to.
  fileprivate mutating func settlePlaces(_ inner: [String: ReferenceResolver.Settled]) {
    for index in indices {
      if self[index].category == .place, let settled = inner[self[index].canonical ?? self[index].text] {
        self[index].settle(settled)
      }
      if !self[index].nested.isEmpty { self[index].change { $0.nested.settlePlaces(inner) } }
    }
  }
}
