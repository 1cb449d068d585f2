package import Extraction
package import Text

/// What was found in an article, as an archive takes it in. Spans count in the article's source.
package struct ArchiveFacts: Sendable {
  package var entities: [Entity] = []
  package var roles: [Role] = []
  package var statements: [Statement] = []
  package var measurements: [Measurement] = []
  package var times: [Time] = []

  package init() {}

  /// A number with what it measures, as a row has it.
  package struct Measurement: Sendable {
    package var kind: String
    package var text: String
    package var span: Span
    /// What is measured: 技能人才 in 培训技能人才10万人; nil where that is not known.
    package var subject: String?
    /// The place or organization that it is said of: 朝阳区.
    package var thing: String?
    package var value: Double?
    package var unit: String?
    package var lower: Double?
    package var upper: Double?
    package var approximation: String?
    /// How it is compared, and with what: `change up year-before`.
    package var comparison: String?
    /// When, in ISO 8601, the end exclusive.
    package var from: String?
    package var to: String?

    package init(kind: String, text: String, span: Span) {
      self.kind = kind
      self.text = text
      self.span = span
    }
  }

  /// A time as a row has it: ISO 8601, the end exclusive; both ends nil where no value is known.
  package struct Time: Sendable {
    package var kind: String
    package var text: String
    package var span: Span
    package var from: String?
    package var to: String?

    package init(kind: String, text: String, span: Span, from: String?, to: String?) {
      self.kind = kind
      self.text = text
      self.span = span
      self.from = from
      self.to = to
    }
  }
}
