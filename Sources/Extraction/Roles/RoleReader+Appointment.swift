// Verbs that act on a person: 任命周敏为市总工会主席, 免去马骏的主席职务

extension RoleReader {
  mutating func readAppointment(at index: Int, _ verb: DiscourseVocabulary.RoleVerb) -> Int {
    let start = skippingFillers(index + 1)
    appointing = (verb.event, verb.qualifier, signs[index].range)
    // 市人大决定任命周敏为…, 周敏被任命
    if kind(start) == .person {
      let list = people(from: start)
      subject = Subject(people: list.members, end: list.range.upperBound, isOfClause: true)
      return readAppointee(list) ?? start
    }
    if means(start, .he), let person = subject?.people.count == 1 ? subject?.people.first : topic {
      let mention = RoleFinding.Mention(entity: person.entity, range: signs[start].range)
      return readAppointee(People(range: start..<start + 1, members: [mention])) ?? start
    }
    let posts = posts(from: start)
    guard !posts.members.isEmpty else {
      // 任命市教育局局长周敏为…: the name comes with its post.
      return start
    }
    // 周敏被免去市总工会主席职务
    if let people = subject(of: index, verb) {
      shared =
        add(
          posts.members, people, .predicate, Telling(verb, cue: signs[index].range, time: time(before: index)))
        ?? shared
    }
    return posts.end
  }

  /// What follows an appointed person: 为主席, 任主席, 的主席职务. Returns the sign after the posts, nil if none stand there.
  @discardableResult
  mutating func readAppointee(_ list: People) -> Int? {
    guard let appointing else { return nil }
    var start = skippingFillers(list.range.upperBound)
    var telling = Telling(cue: appointing.cue, time: time(before: list.range.lowerBound))
    telling.event = appointing.event
    telling.qualifier = appointing.qualifier
    let isLeaving = appointing.event == .removed || appointing.event == .departed
    if let verb = cue(start)?.verb, verb.object == .copula || verb.object == .post {
      // 选举产生了委员会，周敏当选主席: a verb with an event of its own says it alone.
      if isLeaving || verb.event == .elected || verb.event == .departed || verb.qualifier != nil { return nil }
      start = skippingFillers(start + 1)
    } else if isLeaving {
      while means(start, .of) { start += 1 }
    } else {
      return nil
    }
    let posts = posts(from: start)
    guard !posts.members.isEmpty else { return nil }
    let members = sharing(posts.members, with: shared)
    shared = add(members, list.members, .appointment, telling) ?? shared
    var end = posts.end
    while means(end, .postNoun) || means(end, .of) { end += 1 }
    return end
  }

  /// 周敏接替马骏任市总工会主席; 周敏接任市总工会主席
  mutating func readSuccession(at index: Int, _ verb: DiscourseVocabulary.RoleVerb) -> Int {
    let start = skippingFillers(index + 1)
    guard let successor = subject(of: index, verb) else { return index + 1 }
    let telling = Telling(verb, cue: signs[index].range, time: time(before: index))
    guard kind(start) == .person || kind(start) == .title else { return readPredicate(at: index, verb) }
    var before = start
    while kind(before) == .title || kind(before) == .organization || kind(before) == .place { before += 1 }
    guard kind(before) == .person else { return readPredicate(at: index, verb) }
    let list = people(from: before)
    _ = readTitleBefore(list)
    var next = list.range.upperBound
    if kind(next) == .comma { next += 1 }
    next = skippingFillers(next)
    if let second = cue(next)?.verb, second.object == .post || second.object == .copula {
      next = skippingFillers(next + 1)
    } else if means(next, .of) {
      next += 1
    } else {
      return list.range.upperBound
    }
    let posts = posts(from: next)
    guard !posts.members.isEmpty else { return list.range.upperBound }
    shared = add(posts.members, successor, .predicate, telling) ?? shared
    var left = Telling(cue: telling.cue, time: telling.time)
    left.event = .departed
    left.qualifier = .former
    add(posts.members, list.members, .succession, left)
    return posts.end
  }
}
