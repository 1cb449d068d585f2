extension ResolvedPlace {
  /// What the place is told as.
  ///
  /// - Parameters:
  ///   - text: how the article writes it.
  ///   - decided: the confidence from which on the best reading gives the canonical name.
  func settled(named text: String, from decided: Double) -> ReferenceResolver.Settled {
    var settled = ReferenceResolver.Settled()
    guard let best = readings.first else {
      // No table has it; what holds it stands right before it.
      if let holder, holder.isDivision {
        let parents = (holder.ancestors + [holder]).map(\.name.text)
        let isDivision = mention.mentioned.name.level != nil
        settled.place = Place(code: nil, name: text, level: isDivision ? .township : .locality, parents: parents)
      }
      return settled
    }
    // A county of a name that others have now is told with what it lies in.
    let isAmbiguous = mention.mentioned.isAmbiguous
    func name(_ facts: KnownPlaces.Facts) -> String {
      guard isAmbiguous, let meant = facts.place, meant.level == .county else { return facts.name.text }
      return meant.path
    }
    if readings.count > 1 || name(best.facts) != text {
      for (facts, confidence) in readings.prefix(5) where confidence >= 0.01 {
        settled.references.append(
          Entity.Reference(
            name: name(facts), confidence: confidence, source: .division, code: facts.place?.code))
      }
    }
    guard best.confidence >= decided else { return settled }
    settled.place = best.facts.place
    settled.canonical = name(best.facts)
    return settled
  }
}
