import TestSupport
import Testing
import Wenmai

/// Units of one letter, which only the text as given tells apart: 128G is data, 128g a mass.
@Suite struct CapitalUnitTests {
  @Test(arguments: [
    ("这部手机内存128G，另送500M流量。", ["128G|128 GB", "500M|500 MB"]),
    ("这部手机内存１２８Ｇ。", ["１２８Ｇ|128 GB"]),
    ("茶叶每盒128g，水管长500m。", ["128g|128 g", "500m|500 m"]),
    ("宽带由200M—500M提速到1000M。", ["200M—500M|200..500 MB", "1000M|1000 MB"]),
    ("全长16KM。", ["16KM|16 km"]),
    ("1.6M", ["1.6M|1600000"]),
    ("-3.5 M", ["-3.5 M|-3500000"]),
    ("-.0025G", ["-.0025G|-2500000"]),
    ("3.2m", ["3.2m|3.2 m"]),
  ])
  func capitals(_ text: String, _ expected: [String]) {
    let found = SharedAnalyzer.standard.analyze(text).quantities.map { fact in
      let value =
        switch fact.value {
        case .number(let number): "\(number)"
        case .interval(let low, let high): "\(low?.description ?? "")..\(high?.description ?? "")"
        case .unknown, .text, .period: ""
        }
      return "\(fact.text)|" + [value, fact.unit].compactMap(\.self).joined(separator: " ")
    }
    #expect(found == expected)
  }
}
