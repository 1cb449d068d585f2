/// A line that is not blank, with the features by which articles are split and lines are joined.
struct Line {
  /// The content, without the white space around it.
  var lower: Int
  var upper: Int
  /// Columns on a page with characters of one width: two for a Han character, one for a Latin letter.
  var columns: Int32
  /// Columns of white space before the content.
  var indent: Int32
  /// The number of blank lines before it.
  var blanks: Int32
  /// Opening quotation marks and brackets less closing ones.
  var depth: Int32
  /// Fields with gaps of two columns or more, or tabs or `|`, between them.
  var cells: Int32
  /// The last mark of the line that is not a closing quotation mark or bracket.
  var end: Mark
  var traits: Traits

  struct Traits: OptionSet {
    let rawValue: UInt16
    /// The first scalar opens a bracket or quotation.
    static let startsOpen = Traits(rawValue: 4096)
    /// The last word leads on: `的`.
    static let binds = Traits(rawValue: 8192)
    /// A comma stands inside.
    static let innerComma = Traits(rawValue: 1)
    /// A sentence ends inside, or at the end of a quotation.
    static let innerStop = Traits(rawValue: 2)
    /// `！` or `？` stands inside, as it may in a headline: `谁来养老？专家支招`.
    static let innerCall = Traits(rawValue: 2048)
    /// The last scalar closes a quotation or bracket.
    static let closes = Traits(rawValue: 4)
    /// The first scalar is a mark that closes: `，` `。` `”`.
    static let opensWithClosingMark = Traits(rawValue: 8)
    /// The first clause has one or two characters, as the tail of a cut word has.
    static let stub = Traits(rawValue: 16)
    /// It opens with a bullet or a number: `●`, `3.`, `（二）`.
    static let listItem = Traits(rawValue: 32)
    /// Nothing but ornament.
    static let rule = Traits(rawValue: 64)
    /// The last scalar is a Latin letter or a digit.
    static let endsLatin = Traits(rawValue: 128)
    /// The first scalar is a Latin letter or a digit.
    static let startsLatin = Traits(rawValue: 256)
    /// The first scalars are a dash: `——`.
    static let startsDash = Traits(rawValue: 512)
    /// The number it opens with is one of a section: `一、`, `（一）`, `第三章`.
    static let section = Traits(rawValue: 1024)
  }

  /// Whether the line ends where a sentence does; a colon counts, for what follows it is set apart.
  var isClosed: Bool { end == .stop || end == .call || end == .colon }
  /// Two ideographic spaces, or as much in Latin ones: a paragraph begins. Centered headlines are indented by more.
  var isIndented: Bool { 2...4 ~= indent }
  var hasInnerMarks: Bool { !traits.isDisjoint(with: [.innerComma, .innerStop, .innerCall]) }
}
