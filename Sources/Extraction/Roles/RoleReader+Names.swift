// Posts beside names: 市总工会主席周敏, 周敏主席, 周敏（市总工会主席）, 周敏，市总工会主席，…

extension RoleReader {
  /// Reads the posts right before the people; returns where all of it begins.
  mutating func readTitleBefore(_ list: People) -> Int {
    let first = list.range.lowerBound
    let start = postsStart(endingAt: first)
    guard start < first else { return first }
    // 选举周敏为主任 马骏为院长: the post before the space is 周敏's.
    if isApart(first), found.count > firstOfSentence, found[found.count - 1].title == mention(first - 1) {
      return first
    }
    var posts = posts(from: start, commas: true, upTo: first).members
    // 主任A、副主任B
    var joint = start - 1
    if joins(joint) || kind(joint) == .comma { joint -= 1 }
    if let sharedBefore, joint < start - 1, sharedBefore.end == joint + 1 {
      posts = sharing(posts, with: sharedBefore.role)
    }
    if let role = add(posts, list.members, .titleBefore) {
      // 校长、中国工程院院士滕越，副校长…: whose deputy is not said.
      let isOfOne = posts[0].organization != nil || role.organization == nil
      sharedBefore = isOfOne ? (role, list.range.upperBound) : nil
    }
    return start
  }

  /// 周敏主席: only a title that touches the name, and that no other name follows.
  mutating func readTitleAfter(_ list: People) {
    guard list.members.count == 1 else { return }
    let title = list.range.lowerBound + 1
    guard kind(title) == .title, signs[title].lower == signs[title - 1].upper, kind(title + 1) != .person else {
      return
    }
    var post = Post(title: title)
    // 市总工会周敏主席
    if kind(title - 2) == .organization { post.organization = title - 2 }
    if kind(title - 2) == .place { post.place = title - 2 }
    add([post], list.members, .titleAfter)
  }

  /// 周敏（市总工会主席）; returns the sign after it, or the end of the list.
  mutating func readParenthesis(_ list: People) -> Int {
    let open = list.range.upperBound
    guard kind(open) == .open, let last = list.members.last else { return open }
    var start = open + 1
    var telling = Telling()
    if let verb = cue(start)?.verb, verb.object == .post {
      telling = Telling(verb, cue: signs[start].range)
      start += 1
    }
    let posts = posts(from: start, commas: true)
    guard kind(posts.end) == .close, !posts.members.isEmpty else { return open }
    add(posts.members, [last], .parenthesis, telling)
    return posts.end
  }

  /// 周敏，市总工会主席，…: the name opens the clause, and marks close the posts off. In a résumé clauses without entities
  /// may stand between: 周敏，女，1965年生，市总工会主席。 Returns the sign after it, or the end of the list.
  mutating func readApposition(_ list: People, from start: Int) -> Int {
    let end = list.range.upperBound
    guard list.members.count == 1, kind(end) == .comma, isClauseStart(start), !isObject(start) else { return end }
    var index = end
    var last = end
    while kind(index) == .comma {
      // 男，历任市水务局局长、副市长: all of them are the verb's.
      if cue(index + 1)?.verb?.qualifier == .former { break }
      let posts = posts(from: index + 1, commas: true)
      if !posts.members.isEmpty, isClauseEnd(posts.end), kind(posts.end) != .colon {
        let role = add(posts.members, list.members, .apposition)
        if role != nil { shared = role }
        last = posts.end
        index = posts.end
        continue
      }
      index += 1
      while index < end + 24, isPersonal(index) { index += 1 }
    }
    return last
  }

  /// Whether a clause of a résumé may hold it beside posts: 女，1965年生，研究生.
  private func isPersonal(_ index: Int) -> Bool {
    switch kind(index) {
    case .other, .time, .place, .ordinal: true
    case .cue: cue(index).map { $0.isPeople || $0.ownsLevel } ?? false
    default: false
    }
  }
}
