import Foundation
import ICU
import TestSupport
import Testing

/// `Dictionaries/characters/expand.tsv` holds what ICU's NFKC says, and nothing that would change a value.
@Suite struct ExpansionTableTests {
  @Test func expansionsAreThoseOfNFKC() throws {
    let file = fixtures.appending(path: "../../Dictionaries/characters/expand.tsv").standardized
    let lines = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("# ") }
    #expect(lines.count > 300)
    for line in lines {
      let fields = line.split(separator: "\t")
      let value = try #require(UInt32(fields[0], radix: 16))
      let scalar = try #require(Unicode.Scalar(value))
      // Units are written with the solidus of mathematics, m∕s; we write them as people do.
      let nfkc = try Normalizer.nfkc(String(scalar)).replacing("\u{2215}", with: "/")
      #expect(nfkc == fields[1], "\(line)")
      #expect(scalar.properties.numericType == nil, "\(line)")
    }
    for kept: Unicode.Scalar in ["…", "①", "½", "²", "Ⅷ", "™"] {
      let code = String(kept.value, radix: 16, uppercase: true)
      #expect(!lines.contains { $0.hasPrefix("\(code)\t") || $0.hasPrefix("00\(code)\t") }, "\(kept) is expanded")
    }
  }
}
