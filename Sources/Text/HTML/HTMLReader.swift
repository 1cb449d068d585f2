/// Reads a web page: its text in blocks, with positions into the source.
///
/// A page is one article. If it marks its main text (`article`, `main`) only that is read, with the headline wherever it
/// stands; navigation, header, footer and asides are left out, as are lists of links.
public struct HTMLReader: Sendable {
  private let cues: ArticleCues

  public init(cues: ArticleCues) { self.cues = cues }

  /// The article of the page, or `nil` if there is nothing to read in it.
  ///
  /// - Parameter utf8: the source of the page, decoded to UTF-8.
  /// - Complexity: O(n).
  public func article(_ utf8: [UInt8]) -> Article? {
    let all = HTMLCollector.blocks(of: utf8).blocks
    let blocks = HTMLSelection.select(all)
    guard !blocks.isEmpty else { return nil }
    return HTMLArticleBuilder(blocks, source: utf8, cues: cues).article()
  }
}
