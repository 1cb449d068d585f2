import Text

extension PlaceMention {
  /// The places of an article: where it is from, then those of its names in their order.
  ///
  /// - Parameter sentences: by sentence, its names.
  static func mentions(
    of names: ArticleNames, _ sentences: [Range<Int>], _ origins: [(name: [UInt32], span: Span)],
    _ known: KnownPlaces
  ) -> [PlaceMention] {
    var found = origins.map {
      PlaceMention(
        position: .origin, mentioned: known.mentioned($0.name), sentence: -1, touchesPrevious: false, span: $0.span)
    }
    for (index, sentence) in sentences.enumerated() {
      var isBehindPlace = false
      for order in sentence {
        let mention = names[order]
        let isPlace = mention.type == RuleSet.place
        if isPlace || !mention.leads.isEmpty {
          var touches = mention.gap == 0 && isBehindPlace
          if isPlace {
            found.append(
              PlaceMention(
                position: .entity(order), mentioned: known.mentioned(mention.scalars), sentence: index,
                touchesPrevious: touches, span: mention.span))
          }
          for lead in mention.leads {
            found.append(
              PlaceMention(
                position: .inside(order), mentioned: known.mentioned(Array(mention.scalars[lead])), sentence: index,
                touchesPrevious: touches, span: mention.span))
            touches = true
          }
        }
        isBehindPlace = isPlace
      }
    }
    return found
  }
}
