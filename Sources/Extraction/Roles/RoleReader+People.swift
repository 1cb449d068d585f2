extension RoleReader {
  /// 周敏、马骏和林晓云等: people that are only parted by 、 and the like.
  struct People {
    /// All signs of the list, with 同志 and 等 behind it.
    var range: Range<Int>
    var members: [RoleFinding.Mention]
  }

  /// The list of people that begins at `index`.
  func people(from index: Int) -> People {
    var members = [mention(index)]
    var end = index + 1
    while true {
      var next = end
      while means(next, .filler), kind(next + 1) != .time { next += 1 }
      let afterName = next
      if kind(next) == .enumeration || means(next, .and) { next += 1 }
      // Names in a row are a list too, when a space parts them, as in bylines.
      let isSpaced = next == afterName && kind(next) == .person && signs[next].lower > signs[end - 1].upper
      guard kind(next) == .person, next > afterName || isSpaced else { break }
      if members.count < Self.longestList { members.append(mention(next)) }
      end = next + 1
    }
    while means(end, .filler), end < index + 2 * members.count + 2, isHonorific(end) { end += 1 }
    if means(end, .etc) { end += 1 }
    return People(range: index..<end, members: members)
  }

  /// 同志, 先生: a filler that touches the name, and that neither a post nor a verb follows at once.
  private func isHonorific(_ index: Int) -> Bool {
    signs[index].lower == signs[index - 1].upper && signs[index].count >= 6 && kind(index - 1) == .person
  }

  /// Whether what begins at `start` is spoken to or acted on, not acting: 对周敏, 任命周敏, 师从雕漆艺人周敏.
  func isObject(_ start: Int) -> Bool {
    if kind(start - 1) == .other, signs[start - 1].count <= 12, kind(start) == .title {
      return means(start - 2, .object)
    }
    guard let cue = cue(start - 1) else { return false }
    return cue.meaning == .object || cue.verb?.object == .person || cue.verb?.object == .predecessor
  }
}
