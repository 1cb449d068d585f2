/// What an element means for the text in it.
enum HTMLElement: Sendable {
  case title
  /// `h1` to `h6`
  case heading(Int)
  case paragraph
  case listItem
  case tableRow
  case cell
  case caption
  /// A block that says nothing of its text: `div`, `section`, `ul`.
  case block
  /// `br`, `hr`
  case lineBreak
  /// Text in which line ends count: `pre`
  case preformatted
  /// `article`, `main`
  case main
  /// What surrounds the text on every page of a site: `nav`, `footer`, `aside`.
  case boilerplate
  /// Boilerplate outside an article, its headline inside: `header`
  case header
  case link
  /// Nothing in it is read: `script`
  case skipped
  case inline

  init(name: String) {
    self = Self.byName[name] ?? .inline
  }

  private static let byName: [String: HTMLElement] = {
    var table: [String: HTMLElement] = [
      "title": .title, "h1": .heading(1), "h2": .heading(2), "h3": .heading(3), "h4": .heading(4), "h5": .heading(5),
      "h6": .heading(6), "p": .paragraph, "li": .listItem, "dd": .listItem, "dt": .listItem, "tr": .tableRow,
      "td": .cell, "th": .cell, "caption": .caption, "figcaption": .caption, "br": .lineBreak, "hr": .lineBreak,
      "pre": .preformatted, "article": .main, "main": .main, "nav": .boilerplate, "footer": .boilerplate,
      "aside": .boilerplate, "menu": .boilerplate, "header": .header, "a": .link,
    ]
    for name in [
      "script", "style", "noscript", "template", "svg", "math", "iframe", "object", "select", "button", "textarea",
      "option", "canvas", "audio", "video", "rt", "rp", "noframes",
    ] {
      table[name] = .skipped
    }
    for name in [
      "html", "head", "body", "div", "section", "ul", "ol", "dl", "table", "thead", "tbody", "tfoot", "blockquote",
      "figure", "form", "fieldset", "address", "center", "details", "summary", "hgroup",
    ] {
      table[name] = .block
    }
    return table
  }()

  /// Whether the element begins a block of its own, so that text before and after it is not one line.
  var breaksText: Bool {
    switch self {
    case .inline, .link, .skipped, .cell: false
    default: true
    }
  }
}
