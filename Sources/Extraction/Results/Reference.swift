public import Text

extension Entity {
  /// A full name that an entity may stand for: `北京市总工会` for `市总工会`.
  public struct Reference: Sendable, Hashable {
    /// What speaks for a reference.
    public enum Source: String, Sendable, Hashable, CaseIterable {
      /// The article says so: `云岭大学（以下简称“云大”）`.
      case definition
      /// The front of a name is left out: `市总工会` for `北京市总工会`, `集团` for the one just named.
      case omission
      /// Characters of the parts: `国资委`.
      case abbreviation
      /// The dictionaries know the short form: `全国人大`.
      case table
      /// Part of a name of the article: `方` in `方主席`, `冈萨雷斯`.
      case memory
      /// A division or country of the tables: `朝阳` for `北京市朝阳区`.
      case division
    }

    /// The full name; never empty.
    public let name: String
    /// From 0 to 1; those of one entity add up to 1 at most.
    public let confidence: Double
    public let source: Source
    /// The code of a division (GB/T 2260) or a country (ISO 3166-1 alpha-2); nil for others.
    public let code: String?
    /// Where in the text the full name stands, if it does.
    public let evidence: Span?

    public init(name: String, confidence: Double, source: Source, code: String? = nil, evidence: Span? = nil) {
      self.name = name
      self.confidence = confidence
      self.source = source
      self.code = code
      self.evidence = evidence
    }
  }
}
