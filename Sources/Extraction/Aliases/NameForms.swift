import Lexicon

/// How the name of a candidate is written, and what the tables have for all of it.
struct NameForms {
  /// As the text has it.
  let original: String
  let simplified: String
  /// The full name of a known short form: 全国人民代表大会 for 全国人大.
  let tableName: String?

  /// The full name of a known short form, or the simplified form of what is written otherwise; nil where that is the text.
  var canonical: String? {
    let name = tableName ?? simplified
    return name == original || name.isEmpty ? nil : name
  }
}

extension ExtractionWorker {
  /// - Parameter original: the text of the candidate, which is one of the sentence that was read last.
  func forms(of candidate: Candidate, _ original: String, in input: borrowing RuleInput) -> NameForms {
    NameForms(
      original: original, simplified: extractor.aliases.simplified(original), tableName: tableName(candidate, in: input)
    )
  }

  /// The full name that the tables have for all of a candidate.
  private func tableName(_ candidate: Candidate, in input: borrowing RuleInput) -> String? {
    guard input.classes.meets(extractor.canonicalForms.classes) else { return nil }
    for index in input.edgeRange(at: candidate.range.lowerBound) {
      let edge = input.edge(index)
      guard Int(edge.end) == candidate.range.upperBound, edge.classes.meets(extractor.canonicalForms.classes) else {
        continue
      }
      if let full = extractor.canonicalForms.fullName(
        of: edge.word, type: category(candidate).rawValue, in: extractor.lexicon)
      {
        return full
      }
    }
    return nil
  }
}

extension AliasTables {
  /// Simplified characters; spaces between ideographs (何　梅) are left out.
  func simplified(_ original: String) -> String {
    if isSimplified(original) { return original }
    var scalars = String.UnicodeScalarView()
    var space: Unicode.Scalar?
    for scalar in original.unicodeScalars {
      if NameMention.isSpace(scalar.value) {
        space = scalar
        continue
      }
      if let kept = space, scalar.isASCII, scalars.last?.isASCII ?? false { scalars.append(kept) }
      space = nil
      scalars.append(scalar.isASCII ? scalar : Unicode.Scalar(lexicon.fold(scalar.value)) ?? scalar)
    }
    return String(scalars)
  }

  /// Whether nothing of the text folds to something else, letters apart, and no spaces stand in it.
  private func isSimplified(_ text: String) -> Bool {
    // Nearly all names are ideographs: three bytes each.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      var index = 0
      while index &+ 3 <= bytes.count, bytes[index] >= 0xE4, bytes[index] <= 0xE9 {
        let scalar =
          UInt32(bytes[index] & 0xF) << 12 | UInt32(bytes[index &+ 1] & 0x3F) << 6 | UInt32(bytes[index &+ 2] & 0x3F)
        if lexicon.fold(scalar) != scalar { return false }
        index &+= 3
      }
      return index == bytes.count
    }
    if isPlain ?? false { return true }
    return text.unicodeScalars.allSatisfy { scalar in
      if scalar.isASCII { return scalar != " " }
      return !NameMention.isSpace(scalar.value) && lexicon.fold(scalar.value) == scalar.value
    }
  }
}
