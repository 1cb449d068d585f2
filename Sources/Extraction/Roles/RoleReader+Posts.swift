extension RoleReader {
  /// A post of a list: its title with what stands before it.
  struct Post: Equatable {
    var title: Int?
    var organization: Int?
    var place: Int?
    var qualifier: Role.Qualifier?
    /// In bytes of the block.
    var qualifierRange: Range<Int>?
  }

  struct Posts {
    var members: [Post] = []
    /// The sign after the list.
    var end: Int
  }

  /// The posts that begin at `start`: 市总工会党组书记、主席兼市教育局局长.
  ///
  /// - Parameter commas: whether a comma may part them. What a person follows at once belongs to that person, from the last
  ///   mark before it on.
  func posts(from start: Int, commas: Bool = false, upTo limit: Int? = nil) -> Posts {
    let limit = limit ?? sentence.upperBound
    var posts = Posts(end: start)
    // What there was before the last mark. No copy: a list that is held twice is made anew when it grows.
    var kept = (count: 0, end: start)
    var next = start
    while posts.members.count < Self.longestList, let (post, end) = post(from: next, limit, posts.members.last) {
      if next == start || next > posts.end { kept = (posts.members.count, posts.end) }
      posts.members.append(post)
      posts.end = end
      next = end
      if next < limit, joins(next) || commas && kind(next) == .comma {
        // 、兼
        next += 1
        while next < limit, joins(next) { next += 1 }
        if cue(next - 1)?.qualifier == .concurrent { next -= 1 }
      }
      if next >= limit { break }
    }
    if limit == sentence.upperBound, kind(posts.end) == .person, !isApart(posts.end) {
      posts.members.removeSubrange(kept.count...)
      posts.end = kept.end
    }
    return posts
  }

  /// Whether a space parts a name from the post before it: 选举周敏为主任 马骏为院长, in a headline.
  func isApart(_ name: Int) -> Bool { signs[name].lower > signs[name - 1].upper }

  /// One post; titles that touch share what stands before the first.
  private func post(from start: Int, _ limit: Int, _ previous: Post?) -> (Post, end: Int)? {
    var post = Post()
    var isStationed = false
    var index = start
    while index < limit, index < start + 10 {
      let sign = signs[index]
      switch sign.kind {
      // 约旦驻联合国大使: where one is stationed is the place of the post, never whose it is.
      case .organization: if !isStationed { post.organization = index }
      case .place: if post.organization == nil || isStationed { post.place = index }
      case .ordinal: break
      case .title:
        post.title = index
        if let qualifier = sign.qualifier {
          post.qualifier = qualifier
          post.qualifierRange = Int(sign.lower)..<Int(sign.qualifierUpper)
        }
        inherit(&post, previous)
        return (post, index + 1)
      case .cue:
        guard let cue = cue(index) else { return nil }
        if let qualifier = cue.qualifier ?? cue.verb?.qualifier, cue.qualifier != nil || cue.verb?.event == nil {
          post.qualifier = qualifier
          post.qualifierRange = sign.range
        } else if cue.meaning == .of {
          if index == start { return nil }
        } else if cue.meaning == .stationed {
          isStationed = true
        } else if cue.meaning != .filler {
          return nil
        }
      default: return nil
      }
      index += 1
    }
    return nil
  }

  /// 党组书记、主席: the second title is of the organization of the first, unless it names its own level.
  private func inherit(_ post: inout Post, _ previous: Post?) {
    guard let previous, post.organization == nil, post.place == nil, let title = post.title else { return }
    if !signs[title].ownsLevel {
      post.organization = previous.organization
      // 原党委书记、董事长: both are over.
      if post.qualifier == nil, previous.qualifier == .former {
        post.qualifier = .former
        post.qualifierRange = previous.qualifierRange
      }
    }
    if post.organization == nil { post.place = previous.organization == nil ? previous.place : nil }
  }

  /// Where the posts begin that end right before `end`; `end` if none does.
  func postsStart(endingAt end: Int, commas: Bool = true) -> Int {
    guard kind(end - 1) == .title else { return end }
    var start = end - 1
    var afterComma: Int?
    scan: while start > sentence.lowerBound, end - start < 4 * Self.longestList {
      let before = start - 1
      switch signs[before].kind {
      case .title, .organization, .place, .ordinal: start = before
      case .comma where commas && kind(before - 1) == .title && !isBehindName(before - 1):
        afterComma = start
        start = before - 1
      case .enumeration where kind(before - 1) == .title && !isBehindName(before - 1): start = before - 1
      case .cue:
        guard let cue = cue(before) else { break scan }
        if joins(before), kind(before - 1) == .title {
          start = before - 1
        } else if cue.qualifier != nil || cue.verb?.qualifier == .former && cue.verb?.event == nil {
          start = before
        } else if cue.meaning == .of || cue.meaning == .stationed,
          kind(before - 1) == .organization || kind(before - 1) == .place
        {
          start = before - 1
        } else if cue.meaning == .filler, signs[before].count >= 6 || kind(start) != .title {
          start = before
        } else {
          break scan
        }
      default: break scan
      }
    }
    // 周敏任副主任，市总工会主席马骏…: what stands before the comma belongs to the verb or to the name before it.
    if let afterComma, belongsElsewhere(start) { return afterComma }
    return start
  }

  /// 周敏上将、舰队司令马骏: the title touches a name and is that person's.
  private func isBehindName(_ title: Int) -> Bool {
    kind(title - 1) == .person && signs[title].lower == signs[title - 1].upper
  }

  private func belongsElsewhere(_ start: Int) -> Bool {
    if kind(start - 1) == .person { return true }
    guard let cue = cue(start - 1) else { return false }
    return cue.verb != nil || cue.meaning == .as
  }
}
