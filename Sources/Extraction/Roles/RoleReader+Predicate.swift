extension RoleReader {
  /// 周敏（曾）任市总工会主席、党组书记; 曾任市总工会主席的周敏; 市总工会主席由周敏担任
  mutating func readPredicate(at index: Int, _ verb: DiscourseVocabulary.RoleVerb) -> Int {
    var start = skippingFillers(index + 1)
    let isEach = means(index - 1, .each)
    // 先后任…, 任命担任…: the second verb says it.
    if let next = cue(start)?.verb, next.object == .post || next.object == .copula, cue(start)?.qualifier == nil {
      return start
    }
    if means(start, .of), verb.event == nil { start += 1 }
    let posts = posts(from: start, commas: verb.qualifier == .former && verb.event == nil)
    guard !posts.members.isEmpty else { return readPassive(at: index, verb) }
    var telling = Telling(verb, cue: signs[index].range, time: time(before: index))
    if verb.object == .copula, let appointing {
      telling.event = appointing.event
      telling.qualifier = appointing.qualifier
    }
    var end = posts.end
    if means(end, .of), !(subject?.isOfClause ?? false) {
      // 曾任市总工会主席的（老劳模）周敏
      var person = end + 1
      while kind(person) == .title { person += 1 }
      if kind(person) == .person {
        add(posts.members, people(from: person).members, .relative, telling)
        return end + 1
      }
    }
    // 由周敏任组长的专班
    if means(end, .of), cue(end + 1)?.meaning != .postNoun, kind(index - 1) != .person { return end }
    guard let people = subject(of: index, verb) else { return end }
    while means(end, .postNoun) || means(end, .of) { end += 1 }
    var members = sharing(posts.members, with: shared)
    if telling.time == nil, shared?.event == verb.event, members != posts.members { telling.time = shared?.time }
    // 在市总工会任主席
    if let first = members.first, first.organization == nil, kind(index - 1) == .organization, means(index - 2, .at) {
      members[0].organization = index - 1
    }
    if isEach, members.count > 1 {
      // A name or a post that was not found would shift all others.
      guard people.count == members.count else { return end }
      for (person, post) in zip(people, members) { shared = add([post], [person], .predicate, telling) ?? shared }
    } else {
      shared = add(members, people, .predicate, telling) ?? shared
    }
    return end
  }

  /// 市总工会主席（一职）由周敏担任
  private mutating func readPassive(at index: Int, _ verb: DiscourseVocabulary.RoleVerb) -> Int {
    guard verb.object == .post || verb.object == .predecessor, let subject, subject.isOfClause, subject.end <= index
    else { return index + 1 }
    var start = subject.end - 1
    while start > sentence.lowerBound, kind(start) != .cue || !means(start, .by), subject.end - start < 12 {
      start -= 1
    }
    guard means(start, .by) else { return index + 1 }
    var end = start
    while means(end - 1, .postNoun) || means(end - 1, .of) || kind(end - 1) == .comma { end -= 1 }
    let first = postsStart(endingAt: end)
    guard first < end else { return index + 1 }
    let posts = posts(from: first, commas: true, upTo: end)
    shared =
      add(
        posts.members, subject.people, .passive, Telling(verb, cue: signs[index].range, time: time(before: start)))
      ?? shared
    return index + 1
  }

  /// 市总工会主席周敏辞职: the event belongs to the post before the name.
  mutating func readIntransitive(at index: Int, _ verb: DiscourseVocabulary.RoleVerb) -> Int {
    guard let people = subject(of: index, verb) else { return index + 1 }
    for role in found.indices.suffix(Self.longestList)
    where role >= firstOfSentence && found[role].construction == .titleBefore && found[role].event == nil
      && people.contains(found[role].person)
    {
      found[role].event = verb.event
      found[role].cue = signs[index].range
      found[role].time = time(before: index)
    }
    return index + 1
  }
}
