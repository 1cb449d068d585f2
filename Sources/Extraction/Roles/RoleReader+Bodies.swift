// Whose a post is that only firms or teams have, where it stands alone: 青梧基金宣布，翟晓岚出任董事长

extension RoleReader {
  /// Gives such posts of the sentence the one body of their nature that it named before them. A post of a firm may go on from
  /// the sentence before: 青梧基金昨天公告。董事长翟晓岚…
  ///
  /// - Complexity: O(signs of the sentence) for each post.
  mutating func giveBodies() {
    for index in firstOfSentence..<found.count where found[index].organization == nil && found[index].place == nil {
      guard let title = found[index].title.flatMap(sign), let body = signs[title].body else { continue }
      let named = bodies(in: sentence.lowerBound..<title, body)
      if named.count == 1 {
        found[index].organization = mention(named[0])
      } else if named.isEmpty, body == .firm {
        found[index].organization = lastFirm
      }
    }
    let firms = bodies(in: sentence, .firm)
    if firms.isEmpty { return }
    lastFirm = firms.count == 1 ? RoleFinding.Mention(entity: Int(signs[firms[0]].value)) : nil
  }

  /// The organizations that may be of the nature: one of no known kind may be any.
  private func bodies(in range: Range<Int>, _ body: OrganizationBody) -> [Int] {
    range.filter { signs[$0].kind == .organization && (signs[$0].body == body || signs[$0].body == .unknown) }
  }
}
