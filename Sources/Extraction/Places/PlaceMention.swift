import Text

/// A place named in an article: an entity, the front of an organization's name, or where the report is from.
struct PlaceMention {
  enum Position {
    /// An entity of the article, by its number.
    case entity(Int)
    /// The front of the entity of that number (北京 in 北京市总工会).
    case inside(Int)
    /// The dateline or the medium: it counts for the whole article and is no result.
    case origin
  }

  let position: Position
  let mentioned: KnownPlaces.Mentioned
  /// The number of the sentence; -1 for the origin.
  let sentence: Int
  /// Whether the mention before it ends where this one begins (辽宁|朝阳).
  let touchesPrevious: Bool
  let span: Span
}

/// What a mention was settled as.
struct ResolvedPlace {
  let mention: PlaceMention
  /// The readings, the most likely first, with their confidence; empty for a place that no table has.
  let readings: [(facts: KnownPlaces.Facts, confidence: Double)]
  /// For a place that no table has: what stands right before it and holds it (朝阳区|安贞街道).
  let holder: KnownPlaces.Facts?
}
