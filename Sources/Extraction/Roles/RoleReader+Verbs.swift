extension RoleReader {
  /// Reads what the verb at `index` ties together; returns the sign to go on from.
  mutating func readVerb(at index: Int, _ verb: DiscourseVocabulary.RoleVerb) -> Int {
    if isNegated(index) { return index + 1 }
    switch verb.object {
    case .post, .copula: return readPredicate(at: index, verb)
    case .person: return readAppointment(at: index, verb)
    case .predecessor: return readSuccession(at: index, verb)
    case .none: return readIntransitive(at: index, verb)
    }
  }

  /// 没有担任, 拒绝出任
  private func isNegated(_ index: Int) -> Bool {
    means(index - 1, .not) || means(index - 1, .filler) && means(index - 2, .not)
  }

  /// Whom the verb at `index` speaks of: the people of its clause or, where the clause begins with the verb, of those
  /// before it.
  func subject(of index: Int, _ verb: DiscourseVocabulary.RoleVerb) -> [RoleFinding.Mention]? {
    var other = 0
    var position = index - 1
    while position >= max(sentence.lowerBound, index - Self.reach) {
      let sign = signs[position]
      switch sign.kind {
      case .person:
        let list = list(endingAt: position + 1)
        return isObject(list.range.lowerBound) && subject?.isOfClause ?? false ? subject?.people : list.members
      case .time, .ordinal: break
      // A place where the subject should stand is a name that was not known for one.
      case .place: if position == index - 1, isClauseStart(position) { return nil }
      case .organization:
        // 公司现任主席: not of the name before it; but 在公司任主席.
        if !means(position - 1, .at), let subject, !subject.isOfClause { return nil }
      case .other:
        other += sign.count
        if other > (verb.object == .copula ? 12 : 48) { return nil }
      case .title:
        // 周敏主席任…; a title without a name is somebody else.
        return kind(position - 1) == .person ? [mention(position - 1)] : carried(verb, across: position, index)
      case .cue:
        if means(position, .he) { return subject?.people }
        if means(position, .of), verb.object == .copula { return nil }
      case .comma, .semicolon, .closeQuote, .colon, .openQuote, .stop, .close:
        return carried(verb, other: other)
      case .enumeration, .open, .otherEntity: return nil
      }
      position -= 1
    }
    return position < sentence.lowerBound ? carried(verb, other: other) : nil
  }

  /// The people of a clause before, or of a sentence before.
  private func carried(_ verb: DiscourseVocabulary.RoleVerb, other: Int) -> [RoleFinding.Mention]? {
    // 周敏…，是市人大代表: the clause begins with the verb.
    if verb.object == .copula { return other == 0 && appointing == nil ? subject?.people : nil }
    guard other <= 12 else { return nil }
    if let subject { return subject.people }
    // 前五名可晋升技师: more than a word or two is a subject of its own.
    guard topicLeads, let topic, other <= 9 else { return nil }
    return [RoleFinding.Mention(entity: topic.entity)]
  }

  /// 周敏任主席、马骏…; 先任主席后任书记: a post that a verb before this one took.
  private func carried(
    _ verb: DiscourseVocabulary.RoleVerb, across title: Int, _ index: Int
  ) -> [RoleFinding.Mention]? {
    guard verb.object != .copula, index - title <= 3, let subject,
      found[firstOfSentence...].last?.title?.range == signs[title].range
    else { return nil }
    return subject.people
  }

  /// The list of people that ends before `end`.
  private func list(endingAt end: Int) -> People {
    var start = end - 1
    while end - start < 2 * Self.longestList {
      if joins(start - 1), kind(start - 2) == .person {
        start -= 2
      } else {
        break
      }
    }
    return people(from: start)
  }
}
