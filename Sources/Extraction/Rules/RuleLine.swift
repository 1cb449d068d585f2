/// A place in a rule file, counted from 1; columns in Unicode scalars.
package struct RulePlace: Sendable, Hashable {
  package var line: Int
  package var column: Int
}

/// A line of a rule file together with the lines that continue it.
struct RuleLine {
  private(set) var scalars: [Unicode.Scalar]
  /// Where the physical lines begin in `scalars`, and where their text stands in the file.
  private var pieces: [(start: Int, place: RulePlace)]

  private init(_ text: ArraySlice<Unicode.Scalar>, line: Int) {
    scalars = Array(text)
    pieces = [(0, RulePlace(line: line, column: 1))]
  }

  /// The number of the first of its lines.
  var line: Int { pieces[0].place.line }
  var isComment: Bool { scalars.first == "#" }

  private mutating func append(_ text: ArraySlice<Unicode.Scalar>, at place: RulePlace) {
    scalars.append(" ")
    pieces.append((scalars.count, place))
    scalars += text
  }

  /// Where the scalar number `offset` stands in the file.
  func place(_ offset: Int) -> RulePlace {
    var place = pieces[0].place
    for piece in pieces where piece.start <= offset {
      place = piece.place
      place.column += offset - piece.start
    }
    return place
  }

  func text(_ range: Range<Int>) -> String { String(folded: scalars[range].lazy.map(\.value)) }

  /// The first scalar from `offset` on that is not a space, or the end.
  func skippingSpaces(from offset: Int) -> Int { scalars[offset...].firstIndex { $0 != " " } ?? scalars.count }

  /// The first space from `offset` on, or the end.
  func wordEnd(from offset: Int) -> Int { scalars[offset...].firstIndex { $0 == " " } ?? scalars.count }

  /// The lines of a file; one indented by four spaces or more continues the one before it.
  ///
  /// Read by scalars: to cut a string into its characters takes a hundred times as long, and rules are read at every start.
  static func lines(of text: String) -> [RuleLine] {
    let scalars = Array(text.unicodeScalars)
    var result: [RuleLine] = []
    var number = 0
    var next = 0
    while next <= scalars.count {
      let start = next
      var end = scalars[start...].firstIndex(of: "\n") ?? scalars.count
      next = end + 1
      if end < scalars.count, end > start, scalars[end - 1] == "\r" { end -= 1 }
      let line = scalars[start..<end]
      number += 1
      let trimmed = line.drop { $0 == " " }
      if trimmed.isEmpty { continue }
      let indent = line.count - trimmed.count
      if indent > 0, trimmed.starts(with: ["#", " "]) { continue }
      if indent >= 4, let last = result.indices.last, !result[last].isComment {
        result[last].append(trimmed, at: RulePlace(line: number, column: indent + 1))
      } else {
        result.append(RuleLine(line, line: number))
      }
    }
    return result
  }
}

extension Character {
  /// The ends of lines of rule files.
  var isLineEnd: Bool { self == "\n" || self == "\r\n" }
}
