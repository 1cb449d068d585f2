extension RoleReader {
  /// What a verb tells beside the post.
  struct Telling {
    var event: Role.Event?
    var qualifier: Role.Qualifier?
    var cue: Range<Int>?
    var time: RoleFinding.Mention?

    init(_ verb: DiscourseVocabulary.RoleVerb? = nil, cue: Range<Int>? = nil, time: RoleFinding.Mention? = nil) {
      event = verb?.event
      qualifier = verb?.qualifier
      self.cue = cue
      self.time = time
    }
  }

  /// Adds a role for each of the people and posts; the last one is returned.
  @discardableResult
  mutating func add(
    _ posts: [Post], _ people: [RoleFinding.Mention], _ construction: RoleConstruction, _ telling: Telling = Telling()
  ) -> RoleFinding? {
    var last: RoleFinding?
    for person in people.prefix(Self.longestList) {
      for post in posts {
        var role = RoleFinding(
          person: person, title: post.title.map(mention), organization: post.organization.map(mention),
          place: post.place.map(mention), time: telling.time, qualifier: post.qualifier ?? telling.qualifier,
          qualifierRange: post.qualifierRange, event: telling.event, cue: telling.cue, construction: construction,
          sentence: number)
        if role.qualifierRange == nil, role.qualifier != nil { role.qualifierRange = telling.cue }
        guard !repeats(role) else { continue }
        found.append(role)
        last = role
      }
    }
    return last
  }

  /// Whether one of the last roles of the sentence says the same.
  private func repeats(_ role: RoleFinding) -> Bool {
    found[max(firstOfSentence, found.count - Self.longestList)...].contains { $0.repeats(role) }
  }

  /// Gives the first post the organization of a post told before, if it has none of its own: A任市总工会主席，B任副主席.
  func sharing(_ posts: [Post], with role: RoleFinding?) -> [Post] {
    guard let role, let first = posts.first, let title = first.title, first.organization == nil, first.place == nil
    else { return posts }
    let organization = signs[title].ownsLevel ? nil : role.organization.flatMap(sign)
    let place = organization == nil && role.organization == nil ? role.place.flatMap(sign) : nil
    guard organization != nil || place != nil else { return posts }
    return posts.map { post in
      guard post.organization == nil, post.place == nil, let title = post.title else { return post }
      var post = post
      if !signs[title].ownsLevel { post.organization = organization }
      if post.organization == nil { post.place = place }
      return post
    }
  }

  /// The sign of an entity of this sentence.
  func sign(of mention: RoleFinding.Mention) -> Int? {
    guard let range = mention.range else { return nil }
    var low = sentence.lowerBound
    var high = sentence.upperBound
    while low < high {
      let middle = (low + high) / 2
      if Int(signs[middle].lower) < range.lowerBound { low = middle + 1 } else { high = middle }
    }
    return low < sentence.upperBound && signs[low].range == range ? low : nil
  }

  /// The time that the clause of the verb at `index` names, or one before it that nothing else has taken.
  func time(before index: Int) -> RoleFinding.Mention? {
    var position = index - 1
    while position >= max(sentence.lowerBound, index - Self.reach) {
      switch signs[position].kind {
      case .time: return mention(position)
      case .stop, .semicolon, .title, .close: return nil
      // 2021年3月，周敏…; but 2021年3月入职，…
      case .comma where kind(position - 1) != .time: return nil
      case .cue where cue(position)?.verb?.object == .post: return nil
      default: position -= 1
      }
    }
    return nil
  }
}
