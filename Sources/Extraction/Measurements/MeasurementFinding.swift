/// A measurement before spans are made of it. Ranges are in bytes of the block.
struct MeasurementFinding {
  /// Words, and the entity in the article that they are, or -1.
  struct Phrase: Equatable {
    var range: Range<Int>
    var entity = -1
    /// What it shares with the last phrase of a list: 居民收入 for the 城镇 of 城镇、农村居民收入.
    var tail: Range<Int>?
  }

  /// The index of the quantity in the article.
  let quantity: Int
  let quantityRange: Range<Int>
  var subject: Phrase
  var construction: MeasurementConstruction
  var thing: Phrase?
  var time: (index: Int, range: Range<Int>)?
  var isAsOf = false
  var comparison: Comparison?
  /// The index of the whole that this is a part of.
  var total: Int?
  var cue: Range<Int>?
  /// A verb of content that governs the subject: 出口 of 出口汽车3万辆.
  var verb: Range<Int>?
  /// The sign of the quantity, and the first one of the subject, in the sentence.
  var sign = 0
  var subjectSign = 0
  /// The byte where the sentence begins.
  var sentenceStart = 0
  /// The verb of a comparison that stands behind the quantity: 持平.
  var comparisonCue: Range<Int>?

  struct Comparison {
    var kind: Measurement.Comparison.Kind
    var direction: Measurement.Direction?
    var base: (kind: Measurement.Base.Kind, range: Range<Int>)?
    var from: (index: Int, range: Range<Int>)?
    var of: Phrase?
  }

  /// Whether it is a value of its own, not a change, a share or a rank.
  var isLevel: Bool { comparison == nil || comparison?.kind == .level }
}

/// How a quantity and its subject stand to each other; the raw values are those of the output.
enum MeasurementConstruction: String {
  /// 注册护士1.86万人, 总额为20亿元
  case before
  /// 1243名产业工人
  case after
  /// 累计培训3000人次
  case verb
  /// 3人死亡
  case event
  /// …，同比增长5.3%: the subject of the clause before
  case carried
  /// 护士队伍不断壮大，达1.86万人: what the clause before begins with
  case topic
  /// 第二、三产业分别为3亿元、5亿元
  case list
}
