import Extraction
import Text

/// Articles as text with marks in it: `[朝阳区总工会/ORG]主席`; a paragraph a line, an empty line between articles.
struct MarkedTextWriter: ResultWriter {
  let style: TerminalStyle

  func write(_ report: ArticleReport, into out: inout [UInt8]) {
    let marks = MarkedBlock.marks(of: report.analysis)
    for block in report.analysis.article.blocks where block.kind != .separator {
      MarkedBlock.walk(block, of: report.document, marks: marks) { segment in
        switch segment {
        case .open: out.append(UInt8(ascii: "["))
        case .text(let bytes): out += bytes
        case .close(let mark):
          out.append(UInt8(ascii: "/"))
          out += style.paint(mark.label, mark.mark.paint).utf8
          out.append(UInt8(ascii: "]"))
        }
      }
      out.append(0x0A)
    }
    out.append(0x0A)
  }
}
