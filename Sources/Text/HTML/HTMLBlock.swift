/// A stretch of text of a page that stands by itself, with what the markup says of it.
struct HTMLBlock {
  var element: HTMLElement
  var pieces: [Piece]
  /// Whether it stands in an `article` or `main`.
  var isMain: Bool
  var isBoilerplate: Bool
  /// Whether a class or property names it a credit: `class="author"`.
  var isCredit: Bool
  /// How many of the bytes that are read are links.
  var linkCount: Int

  var count: Int { pieces.reduce(0) { $0 + $1.readCount } }
  /// Whether most of it is links, as in menus and lists of related pages.
  var isLinks: Bool { linkCount * 10 >= count * 9 }
}
