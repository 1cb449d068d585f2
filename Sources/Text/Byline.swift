/// A credit: who wrote, photographed, edited or sent an article.
public struct Byline: Hashable, Sendable {
  /// The whole credit without the brackets around it: `本报记者 张一 通讯员 李二`.
  public let span: Span
  /// The names in it. A name set with a space (`王　五`) is one span, the space included.
  public let names: [Span]
  /// The medium: `本报`, `新华社`, what follows `来源：`.
  public let agency: Span?
  /// Whether the credit is for a picture only (`张一 摄`).
  public let isPhotoCredit: Bool

  package init(span: Span, names: [Span], agency: Span?, isPhotoCredit: Bool = false) {
    self.span = span
    self.names = names
    self.agency = agency
    self.isPhotoCredit = isPhotoCredit
  }
}

/// Where and when a report was sent: `新华社北京4月30日电`.
public struct Dateline: Hashable, Sendable {
  public let span: Span
  public let agency: Span?
  public let place: Span?
  public let date: Span?

  package init(span: Span, agency: Span?, place: Span?, date: Span?) {
    self.span = span
    self.agency = agency
    self.place = place
    self.date = date
  }
}
