extension MeasurementReader {
  /// What a word of the tables means for the reading to the left.
  enum Step {
    case goOn(Int)
    /// The noun phrase ends here, or the clause begins.
    case stop
    /// The quantity measures nothing.
    case nothing
  }

  mutating func read(cue at: Int, _ index: Int, _ lead: inout Lead) -> Step {
    guard let cue = cue(at) else { return .stop }
    switch cue.meaning {
    case .filler, .degree, .respectively, .to: return .goOn(at - 1)
    case .holds, .has, .likens:
      lead.cue = lead.cue ?? at
      lead.holds = true
      return .goOn(at - 1)
    case .change: return read(change: cue.change, at, &lead)
    case .base:
      lead.base = lead.base ?? cue.base.map { ($0, row.range(at)) }
      return .goOn(at - 1)
    case .compared:
      guard let start = opening(before: at, [.than, .and]) else { return .stop }
      takeBase(start + 1..<at, &lead)
      return .goOn(start - 1)
    case .share:
      lead.kind = lead.kind ?? .share
      lead.cue = lead.cue ?? at
      return .goOn(at - 1)
    case .proportion: return readProportion(at, &lead)
    case .not, .from, .than: return .nothing
    case .link:
      lead.verb = at..<at + 1
      lead.isVerbEmpty = true
      return .stop
    case .rank:
      lead.verb = at..<at + 1
      return .stop
    default: return .stop
    }
  }

  private mutating func read(change: MeasurementVocabulary.Change?, _ at: Int, _ lead: inout Lead) -> Step {
    guard let change, change.kind != .same else { return .stop }
    if let known = lead.change {
      // 增速提高0.3个百分点: a rate that changed is what is spoken of.
      return known.kind != .rate && change.kind != .rate ? .goOn(at - 1) : .stop
    }
    lead.change = change
    lead.cue = at
    guard change.kind == .rate, isNoun(at - 1) else { return .goOn(at - 1) }
    lead.isRateNamed = true
    return .stop
  }

  /// 占…的比重为37%, 占比37%
  private mutating func readProportion(_ at: Int, _ lead: inout Lead) -> Step {
    if lead.change != nil { return .stop }
    lead.kind = .share
    lead.cue = lead.cue ?? at
    if let share = opening(before: at, [.share]) {
      for sign in share + 1..<at { row.signs[sign].isTaken = true }
      if share + 1 < at { lead.of = share + 1..<at }
      return .goOn(share - 1)
    }
    return .goOn(kind(at - 1) == .of ? at - 2 : at - 1)
  }

  /// 与去年同期相比，客流量增加两成: the clause before names the base.
  mutating func takeBaseBefore(_ index: Int, _ lead: inout Lead) {
    let start = clauseStart(of: index)
    guard mark(start - 1) == .comma, means(start - 2, .compared),
      let open = opening(before: start - 2, [.than, .and])
    else { return }
    takeBase(open + 1..<start - 2, &lead)
  }

  /// 比2012年…, 与去年同期相比，…: what stands there tells neither when nor of whom.
  mutating func markBases() {
    for index in 0..<row.count {
      if means(index, .than) {
        var at = index + 1
        while at < min(row.count, index + Self.reach), !isClauseEnd(at), !means(at, .change) {
          row.signs[at].isTaken = true
          at += 1
        }
      } else if means(index, .compared), let start = opening(before: index, [.than, .and]) {
        for at in start + 1..<index { row.signs[at].isTaken = true }
      } else if means(index, .source) || means(index, .from) {
        takeSource(index)
      } else if mark(index) == .entity, isTold(after: index) {
        row.signs[index].isTaken = true
      }
    }
  }

  /// 据市统计局介绍, 从市总工会获悉
  private mutating func takeSource(_ index: Int) {
    var at = index + 1
    while at < min(row.count, index + 8), !isClauseEnd(at) {
      if means(at, .told) {
        for sign in index..<at { row.signs[sign].isTaken = mark(sign) == .entity || row.signs[sign].isTaken }
        return
      }
      at += 1
    }
  }

  /// 市统计局发布: who tells is not what is told of.
  private func isTold(after index: Int) -> Bool {
    isExpert(index)
      || entities[row.value(index)].category != .place
        && (means(index + 1, .told) || means(index + 2, .told) && kind(index + 1) != .of)
  }

  /// 云岭大学经济学院教授周敏: what is said of a scholar's house is seldom what the scholar tells.
  private func isExpert(_ index: Int) -> Bool {
    let kind = entities[row.value(index)].kind
    guard kind == "university" || kind == "research" else { return false }
    var at = index + 1
    // Posts are nouns here.
    while mark(at) == .entity || mark(at) == .noun || mark(at) == .enumeration, at < index + 6 {
      if mark(at) == .entity, entities[row.value(at)].category == .person { return at > index + 1 }
      at += 1
    }
    return false
  }
}
