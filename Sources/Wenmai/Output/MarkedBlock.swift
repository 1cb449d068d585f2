import Extraction
import Text

/// A block of text with the results in it, in the order of reading.
struct MarkedBlock {
  /// A result to be shown in the text.
  struct Mark {
    let span: Span
    let mark: ResultMark
    let source: Source

    enum Source {
      case entity(Entity)
      case fact(NumericFact)
    }

    /// The type as outputs name it.
    var label: String {
      switch source {
      case .entity(let entity): entity.category.rawValue
      case .fact(let fact): fact.kind.rawValue
      }
    }
  }

  enum Segment {
    case open(Mark)
    case text(ArraySlice<UInt8>)
    case close(Mark)
  }

  /// All results of an article that can be shown in its text without overlap; of two that overlap the earlier, then
  /// the longer.
  static func marks(of analysis: ArticleAnalysis) -> [Mark] {
    var marks = analysis.entities.map { Mark(span: $0.span, mark: ResultMark($0.category), source: .entity($0)) }
    marks += analysis.quantities.map { Mark(span: $0.span, mark: .quantity, source: .fact($0)) }
    marks += analysis.times.map { Mark(span: $0.span, mark: .time, source: .fact($0)) }
    marks.sort { $0.span < $1.span }
    var end = 0
    return marks.filter { mark in
      if mark.span.isEmpty || mark.span.lower < end { return false }
      end = mark.span.upper
      return true
    }
  }

  /// Walks through what is read of `block`; marks that go on over a joined line break stay open across it.
  ///
  /// - Parameter marks: ascending, without overlap.
  /// - Complexity: O(bytes + marks in the block + log(marks)).
  static func walk(_ block: Block, of document: Document, marks: [Mark], _ body: (Segment) -> Void) {
    var next = marks.partitioningIndex { $0.span.upper > block.span.lower }
    var open: Mark?
    for piece in block.pieces {
      var position = piece.span.lower
      while position < piece.span.upper {
        if let mark = open, mark.span.upper <= position {
          body(.close(mark))
          open = nil
        }
        if open == nil {
          while next < marks.count, marks[next].span.upper <= position { next += 1 }
          let reach = piece.replacement == nil ? position + 1 : piece.span.upper
          if next < marks.count, marks[next].span.lower < reach {
            open = marks[next]
            body(.open(marks[next]))
            next += 1
          }
        }
        if let replacement = piece.replacement {
          body(.text(replacement[...]))
          break
        }
        let edge = open?.span.upper ?? (next < marks.count ? marks[next].span.lower : piece.span.upper)
        let end = min(max(edge, position + 1), piece.span.upper, document.utf8.count)
        guard position < end else { break }
        body(.text(document.utf8[position..<end]))
        position = end
      }
    }
    if let open { body(.close(open)) }
  }
}

extension Array {
  /// The first index whose element meets `predicate`, in an array where all after it do.
  /// - Complexity: O(log n).
  func partitioningIndex(where predicate: (Element) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if predicate(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
