public import Text

/// Who holds which post of which organization.
public struct Role: Sendable, Hashable {
  /// How the text qualifies the post.
  public enum Qualifier: String, Sendable, Hashable, CaseIterable {
    case former, acting, elect, concurrent, honorary
  }

  public let person: Entity
  /// nil where the text names only the organization (来自…的…).
  public let title: Entity?
  /// nil where the text names only the post.
  public let organization: Entity?
  public let qualifier: Qualifier?
  /// From the first to the last of its parts.
  public let span: Span
  /// The construction that joined them: `title-before`, `predicate` …
  public let construction: String

  public init(
    person: Entity, title: Entity?, organization: Entity?, qualifier: Qualifier?, span: Span, construction: String
  ) {
    self.person = person
    self.title = title
    self.organization = organization
    self.qualifier = qualifier
    self.span = span
    self.construction = construction
  }
}
