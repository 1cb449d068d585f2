// Words that lead a post or an organization to a name: 作为市总工会主席，周敏…; 来自云岭大学的周敏

extension RoleReader {
  /// 作为市总工会主席（的|，）周敏, and 周敏作为市总工会主席; returns the sign after the posts.
  mutating func readAs(at index: Int) -> Int {
    var first = index + 1
    // 作为木雕小组的负责人: an organization that was not found.
    if kind(first) == .other, means(first + 1, .of), kind(first + 2) == .title { first += 2 }
    let posts = posts(from: first)
    guard !posts.members.isEmpty else { return index + 1 }
    let telling = Telling(cue: signs[index].range)
    if let subject, subject.isOfClause {
      add(posts.members, subject.people, .as, telling)
      return posts.end
    }
    var next = posts.end
    if means(next, .of) || kind(next) == .comma { next += 1 }
    while kind(next) == .time || kind(next) == .comma && kind(next - 1) == .time { next += 1 }
    if kind(next) == .person {
      let list = people(from: next)
      add(posts.members, list.members, .as, telling)
    } else if means(next, .he), let topic {
      add(posts.members, [.init(entity: topic.entity, range: signs[next].range)], .as, telling)
    }
    return posts.end
  }

  /// 来自云岭大学的（教授）周敏: the organization of people without a post, or of the post before them.
  mutating func readOrigin(_ list: People, from start: Int) {
    guard means(start - 1, .of), kind(start - 2) == .organization, means(start - 3, .from) else { return }
    let cue = signs[start - 3].range
    if start == list.range.lowerBound {
      add([Post(organization: start - 2)], list.members, .from, Telling(cue: cue))
      return
    }
    let organization = mention(start - 2)
    for index in found.indices.suffix(list.members.count * Self.longestList)
    where index >= firstOfSentence && found[index].organization == nil && list.members.contains(found[index].person) {
      found[index].organization = organization
      found[index].cue = cue
    }
  }

  /// 周敏来自云岭大学
  mutating func readOriginAfter(at index: Int) -> Int {
    guard kind(index + 1) == .organization, let subject, subject.isOfClause, isClauseEnd(index + 2) else {
      return index + 1
    }
    add([Post(organization: index + 1)], subject.people, .from, Telling(cue: signs[index].range))
    return index + 2
  }
}
