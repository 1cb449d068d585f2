import Lexicon

/// Reads who holds which post from the settled entities of one sentence.
///
/// Works on the row of entities with what stands between them; the constructions are those of news prose:
///
/// | construction | example |
/// |---|---|
/// | `title-before` | 市总工会主席周敏；市政协党组成员、秘书长，市文联主席周敏（三个职务）；副主席周敏、马骏 |
/// | `title-after` | 周敏主席 |
/// | `predicate` | 周敏是市总工会主席；周敏当选主席 |
/// | `as` | 作为市总工会主席，周敏… |
/// | `from` | 来自云岭大学的周敏 |
/// | `parenthesis` | 周敏（市总工会主席） |
struct RoleReader {
  /// An entity of the sentence.
  struct Item {
    /// Its index in the article's entities.
    let entity: Int
    let category: Entity.Category
    /// In scalars of the sentence.
    let range: Range<Int>
  }

  /// A role before spans are made of it.
  struct Found: Equatable {
    let person: Int
    let title: Int?
    let organization: Int?
    let qualifier: Role.Qualifier?
    let range: Range<Int>
    let construction: String
  }

  private let items: [Item]
  private let input: RuleInput
  private let vocabulary: RoleVocabulary
  private var found: [Found] = []

  /// - Parameter items: the entities of the sentence in their order, not overlapping.
  static func roles(of items: [Item], in input: RuleInput, vocabulary: RoleVocabulary) -> [Found] {
    guard items.contains(where: { $0.category == .person }) else { return [] }
    var reader = RoleReader(items: items, input: input, vocabulary: vocabulary)
    reader.readAll()
    return reader.found
  }

  private init(items: [Item], input: RuleInput, vocabulary: RoleVocabulary) {
    self.items = items
    self.input = input
    self.vocabulary = vocabulary
  }

  private mutating func readAll() {
    var index = 0
    while index < items.count {
      guard items[index].category == .person else {
        index += 1
        continue
      }
      let people = personList(from: index)
      readPosts(before: people)
      readTitleAfter(people)
      readPredicate(people)
      readParenthesis(people)
      readOrigin(people)
      index = people.upperBound
    }
  }

  /// A post of a list: its title, its organization (its own or the one that a post before it brought), and how it is
  /// qualified.
  private struct Post {
    var title: Int?
    var organization: Int?
    var qualifier: Role.Qualifier?
    var start: Int
    var end: Int
  }

  // MARK: The parts

  /// 周敏、马骏、林晓云: the people from `index` on that are only parted by 、 or 和.
  private func personList(from index: Int) -> Range<Int> {
    var end = index + 1
    while end < items.count, items[end].category == .person, gap(before: end, isOneOf: "、和与及") { end += 1 }
    return index..<end
  }

  /// The posts that end with the item before `end`, in their order.
  private func posts(endingAt end: Int) -> [Post] {
    var start = end
    while start > 0 {
      let item = items[start - 1]
      let following = start < end ? items[start] : nil
      switch item.category {
      case .title:
        guard following == nil || isJoined(start, by: "、，,和兼及与") else { return posts(in: start..<end) }
      case .organization, .place:
        // An organization belongs to the title right behind it, or to another organization before that title.
        guard let following, following.category != .person, isJoined(start, by: "的") || gap(before: start).isEmpty
        else {
          return posts(in: start..<end)
        }
      default: return posts(in: start..<end)
      }
      start -= 1
    }
    return posts(in: 0..<end)
  }

  private func posts(in range: Range<Int>) -> [Post] {
    var posts: [Post] = []
    var organization: Int?
    var start = range.lowerBound
    for index in range {
      switch items[index].category {
      case .organization: organization = index
      case .title:
        let inherits = start < index || !vocabulary.hasOwnOrganization(items[index].range, in: input)
        var post = Post(
          title: index, organization: inherits ? organization : nil, start: items[start].range.lowerBound,
          end: items[index].range.upperBound)
        post.qualifier = qualifier(before: start) ?? qualifier(before: index)
        if let qualifier = post.qualifier, qualifier != .concurrent { post.start -= 1 }
        posts.append(post)
        start = index + 1
      default: break
      }
    }
    return posts
  }

  private func qualifier(before index: Int) -> Role.Qualifier? {
    let start = items[index].range.lowerBound
    guard start > 0 else { return nil }
    for from in max(0, start - 3)..<start {
      for edge in input.edges(at: from) where Int(edge.end) == start {
        if let qualifier = vocabulary.qualifier(of: edge.classes) { return qualifier }
      }
    }
    return nil
  }

  // MARK: The constructions

  private mutating func readPosts(before people: Range<Int>) {
    let first = people.lowerBound
    guard first > 0 else { return }
    var construction = "title-before"
    if !gap(before: first).allSatisfy(Self.isSpace) {
      // 作为…主席，周敏
      guard isJoined(first, by: "，,") else { return }
      construction = "as"
    }
    let posts = posts(endingAt: first)
    guard items[first - 1].category == .title, let start = posts.first?.start else { return }
    if construction == "as", !hasLead(vocabulary.asLead, endingAt: start) { return }
    for person in people {
      for post in posts { add(post, person: person, construction) }
    }
  }

  /// 周敏主席: only a title that touches the name, and that no other name follows.
  private mutating func readTitleAfter(_ people: Range<Int>) {
    let next = people.upperBound
    guard people.count == 1, next < items.count, items[next].category == .title, gap(before: next).isEmpty else {
      return
    }
    if next + 1 < items.count, items[next + 1].category == .person, gap(before: next + 1).isEmpty { return }
    add(
      Post(title: next, start: items[next].range.lowerBound, end: items[next].range.upperBound),
      person: people.lowerBound, "title-after")
  }

  /// 周敏（曾）任市总工会主席、党组书记
  private mutating func readPredicate(_ people: Range<Int>) {
    let next = people.upperBound
    guard next < items.count, items[next].category != .person,
      let verb = vocabulary.verb(in: items[next - 1].range.upperBound..<items[next].range.lowerBound, of: input)
    else { return }
    var end = next
    while end < items.count, items[end].category == .organization || items[end].category == .place,
      end == next || gap(before: end).isEmpty
    {
      end += 1
    }
    guard end < items.count, items[end].category == .title,
      end == next || gap(before: end).isEmpty || isJoined(end, by: "的")
    else { return }
    end += 1
    while end < items.count {
      if items[end].category == .title, isJoined(end, by: "、兼和") {
        end += 1
      } else if items[end].category == .organization, isJoined(end, by: "、兼"), end + 1 < items.count,
        items[end + 1].category == .title, gap(before: end + 1).isEmpty
      {
        end += 2
      } else {
        break
      }
    }
    // 周敏任市委书记马骏的秘书: the title belongs to the name behind it.
    if end < items.count, items[end].category == .person, gap(before: end).isEmpty { return }
    for person in people {
      for var post in posts(in: next..<end) {
        post.qualifier = post.qualifier ?? verb
        add(post, person: person, "predicate")
      }
    }
  }

  private mutating func readParenthesis(_ people: Range<Int>) {
    let next = people.upperBound
    guard people.count == 1, next < items.count, isJoined(next, by: "（(") else { return }
    var end = next
    while end < items.count, end == next || gap(before: end).isEmpty || isJoined(end, by: "、，兼"),
      items[end].category != .person
    {
      end += 1
    }
    let close = items[end - 1].range.upperBound
    guard end > next, close < input.count, "）)".unicodeScalars.contains(where: { $0.value == input.scalars[close] })
    else { return }
    for post in posts(in: next..<end) { add(post, person: people.lowerBound, "parenthesis") }
  }

  /// 来自云岭大学的周敏
  private mutating func readOrigin(_ people: Range<Int>) {
    let first = people.lowerBound
    guard first > 0, items[first - 1].category == .organization, isJoined(first, by: "的"),
      hasLead(vocabulary.fromLead, endingAt: items[first - 1].range.lowerBound)
    else { return }
    let organization = items[first - 1]
    for person in people {
      add(
        Post(organization: first - 1, start: organization.range.lowerBound, end: organization.range.upperBound),
        person: person, "from")
    }
  }

  private mutating func add(_ post: Post, person: Int, _ construction: String) {
    let start = max(0, min(post.start, items[person].range.lowerBound))
    let role = Found(
      person: items[person].entity, title: post.title.map { items[$0].entity },
      organization: post.organization.map { items[$0].entity }, qualifier: post.qualifier,
      range: start..<max(post.end, items[person].range.upperBound), construction: construction)
    if !found.contains(role) { found.append(role) }
  }

  // MARK: What stands between

  private func gap(before index: Int) -> ArraySlice<UInt32> {
    input.scalars[items[index - 1].range.upperBound..<items[index].range.lowerBound]
  }

  private func gap(before index: Int, isOneOf marks: String) -> Bool {
    let gap = gap(before: index)
    return gap.count == 1 && marks.unicodeScalars.contains { $0.value == gap.first }
  }

  /// One of the marks, and nothing else but a qualifier (原, 兼), parts the item from the one before.
  private func isJoined(_ index: Int, by marks: String) -> Bool {
    let gap = gap(before: index)
    if gap.isEmpty { return true }
    var rest = gap
    if marks.unicodeScalars.contains(where: { $0.value == rest.first }) { rest = rest.dropFirst() }
    if rest.isEmpty { return true }
    for edge in input.edges(at: rest.startIndex)
    where Int(edge.end) == rest.endIndex && vocabulary.qualifier(of: edge.classes) != nil { return true }
    return false
  }

  private func hasLead(_ lead: ClassID?, endingAt position: Int) -> Bool {
    guard let lead else { return false }
    for start in max(0, position - 4)..<max(position, 0) {
      for edge in input.edges(at: start) where Int(edge.end) == position && edge.classes.contains(lead) {
        return true
      }
    }
    return false
  }

  private static func isSpace(_ scalar: UInt32) -> Bool { scalar == 0x20 || scalar == 0x3000 }
}
