import Extraction
import Foundation
import TestSupport
import Testing
import Wenmai

/// Numbers, times and measurements are read only where something shows that there may be one; that must not change what is
/// found.
@Suite struct ReadingChoiceTests {
  /// What numbers, times and measurements are made of, and words that look as if they were.
  private static let words = [
    "3", "12", "2023", "20240418", "2024 04 18", "1,200", "1，200", "3.5", "1/2", "12k", "1e+3", "62·2", "7788", "1.5",
    "4.2万", "9亿", "27.5.2015", ".", "一", "十", "三十五",
    "百", "二〇二三",
    "两", "几", "数", "半", "多", "余", "来", "点", "万", "又", "个", "个月", "个半小时", "个季度", "个多星期", "年", "月", "日", "号", "时", "天",
    "周",
    "小时", "分钟", "年代", "世纪", "财年", "赛季", "季度", "上旬", "底", "初五", "以来", "以前", "之后", "内", "左右", "期间", "-", "—", "/", ":",
    " ",
    "至", "到", "和", "之间", "从", "自", "上", "下", "前", "后", "过", "近", "约", "每", "每个", "最后", "过去", "未来", "再过", "此前", "的", "第",
    "北京时间", "农历", "闰", "正月", "元月", "国庆", "冬至", "康熙", "“十四五”", "今年", "上周", "周", "周末", "早", "晚", "下午", "现在", "近日", "月底",
    "q1", "pm", "3pm", "超", "不到", "不足", "上百", "首", "首个", "若干", "零下", "每小时", "百分之", "¥", "+86", "(010)", "电话", "分别", "为",
    "共有",
    "达", "增长", "同比", "占", "居", "全国", "合格率", "面积", "其中", "截至", "截止到", "职工", "工人", "学校", "名", "人", "元", "公里", "%", "倍",
    "比",
    "海口市", "新华社", "的", "了", "“", "”", "\"", "（", "）", "，", "；", "。", "、", "：", "A",
  ]

  @Test(arguments: articleFiles())
  func articlesGiveTheSame(_ file: URL) throws { expectSame(try String(contentsOf: file, encoding: .utf8)) }

  @Test(arguments: 0..<60)
  func randomTextGivesTheSame(_ seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<20 {
      let count = Int.random(in: 1...80, using: &random)
      expectSame((0..<count).map { _ in Self.words.randomElement(using: &random) ?? "" }.joined())
    }
  }

  private func expectSame(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
    let document = SharedAnalyzer.standard.article(of: Array(text.utf8))
    let quick = RuleChoiceTests.extractor.makeWorker()
    let thorough = RuleChoiceTests.extractor.makeThoroughWorker()
    let reference = Moment(iso: "2025-09-16")
    for article in document.articles {
      let found = quick.extract(article, in: document, reference: reference)
      let all = thorough.extract(article, in: document, reference: reference)
      #expect(found.quantities == all.quantities, "\(text)", sourceLocation: sourceLocation)
      #expect(found.times == all.times, "\(text)", sourceLocation: sourceLocation)
      #expect(found.measurements == all.measurements, "\(text)", sourceLocation: sourceLocation)
    }
  }
}
