extension RoleReader {
  /// 2003年至2008年，市教育局局长；: a line of a résumé, about the person that the lines before are about. Returns the sign to
  /// go on from.
  mutating func readTimeline(at index: Int) -> Int {
    guard topicLeads, let topic else { return index + 1 }
    var start = index + 1
    while kind(start) == .comma || kind(start) == .colon || isFiller(start) { start += 1 }
    let posts = posts(from: start, commas: true)
    guard !posts.members.isEmpty, isClauseEnd(posts.end) else { return index + 1 }
    add(posts.members, [topic], .timeline, Telling(time: mention(index)))
    return posts.end
  }
}
