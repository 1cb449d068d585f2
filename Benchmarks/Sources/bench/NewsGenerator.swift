/// Makes news that nobody has reported, for measurement: the same seed gives the same text.
///
/// Sentences come from templates, words and names from the dictionaries by their frequencies, so that lengths of words,
/// names, numbers and punctuation are about as frequent as in real news.
struct NewsGenerator {
  private let templates: TemplateFile
  private let vocabulary: Vocabulary
  private var random: SeededGenerator
  /// What `{slot#1}` stands for in this article.
  private var remembered: [String: String] = [:]

  init(templates: TemplateFile, vocabulary: Vocabulary, seed: UInt64) {
    self.templates = templates
    self.vocabulary = vocabulary
    random = SeededGenerator(seed: seed)
  }

  /// Articles, one after the other, until `size` bytes are there.
  mutating func text(size: Int) -> String {
    var text = ""
    while text.utf8.count < size { text += article() }
    return text
  }

  private mutating func article() -> String {
    remembered = [:]
    let kind = templates.kinds[Int.random(in: 0..<templates.kinds.count, using: &random)]
    let headline = kind.headlines[Int.random(in: 0..<kind.headlines.count, using: &random)]
    var text = fill(headline) + "\n\n" + fill(Self.bylines[Int.random(in: 0..<Self.bylines.count, using: &random)])
    for _ in 0..<Int.random(in: 3...8, using: &random) {
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        text += fill(kind.sentences[Int.random(in: 0..<kind.sentences.count, using: &random)])
      }
      text += "\n"
    }
    return text + "\n"
  }

  private static let bylines = [
    "本报讯（记者 {person}）", "本报记者 {person}\n", "新华社{world}{month}{n:1-28}日电（记者{person}、{person}）", "",
  ].map(Template.init)

  private mutating func fill(_ template: Template) -> String {
    var text = ""
    for part in template.parts {
      switch part {
      case .text(let literal): text += literal
      case .choice(let choices): text += fill(choices[Int.random(in: 0..<choices.count, using: &random)])
      case .slot(let name, let argument, nil): text += word(name, argument)
      case .slot(let name, let argument, let memory?):
        let word = remembered[memory] ?? word(name, argument)
        remembered[memory] = word
        text += word
      }
    }
    return text
  }

  private mutating func word(_ name: String, _ argument: String) -> String {
    if let list = vocabulary.lists[name] { return list.draw(using: &random) }
    if let number = NumberSlots.text(name, argument, using: &random) { return number }
    switch name {
    case "person": return Int.random(in: 0..<5, using: &random) == 0 ? fill(Self.shortName) : fill(Self.fullName)
    case "foreign": return fill(Self.foreignName)
    case "firm": return fill(Self.firm)
    case "street": return fill(Self.street)
    case "crop": return fill(Self.crop)
    default: preconditionFailure("templates.txt names a slot that does not exist: {\(name)}")
    }
  }

  private static let shortName = Template("{surname}{given.single}")
  private static let fullName = Template("{surname}{given.first}{given.second}")
  private static let foreignName = Template("[{foreign.given}·{foreign.family}|{foreign.family}]")
  private static let firm = Template(
    "{city.short}{given.first}{given.second}[科技|电子|食品|重工|新能源|生物医药|建设|物流][股份|][有限公司|集团]")
  private static let street = Template("{given.first}{given.second}[街道|路|大街|镇]")
  private static let crop = Template("[小麦|水稻|玉米|大豆|油菜|苹果|茶叶|棉花|马铃薯|柑橘]")
}
