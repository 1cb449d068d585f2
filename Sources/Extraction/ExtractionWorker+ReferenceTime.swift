import Text

extension ExtractionWorker {
  /// What relative times count from: what the caller gave, else the article's dateline, else the page's date of publication.
  /// The clock of the machine is never asked. A dateline without a year takes that of the publication.
  func referenceTime(of article: Article, in document: Document, given: Moment?) -> ReferenceTime? {
    if let given { return ReferenceTime(moment: given, source: .given) }
    let published = document.format == .html ? HTMLReader.publishedTime(in: document.utf8) : nil
    let publication = published.flatMap { Moment(iso: $0) }
    if let span = article.dateline?.date, let date = date(span, in: document, near: publication) {
      return ReferenceTime(moment: Moment(date), source: .dateline, span: span)
    }
    return publication.map { ReferenceTime(moment: $0, source: .published) }
  }

  private func date(_ span: Span, in document: Document, near publication: Moment?) -> CalendarDate? {
    let text = NormalizedText(utf8: document.utf8, pieces: [Piece(span: span)], folding: extractor.folding)
    let scalars = String(decoding: text.bytes, as: UTF8.self).unicodeScalars.map(\.value)
    var context = NumericContext(reference: publication)
    let matches = scalars.withUnsafeBufferPointer { extractor.numeric.read($0, context: &context) }
    guard let match = matches.first, match.kind == .date, case .text(let iso) = match.value else { return nil }
    return Moment(iso: iso)?.date
  }
}
