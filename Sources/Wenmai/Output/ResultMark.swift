import Extraction
import Text

/// What kinds of results look like to people: one name and colour each, in every format.
enum ResultMark: String, CaseIterable {
  case person = "PERSON"
  case title = "TITLE"
  case organization = "ORG"
  case place = "PLACE"
  case quantity = "QUANTITY"
  case time = "TIME"
  /// Types that users' rules made.
  case other = "OTHER"

  init(_ category: Entity.Category) { self = Self(rawValue: category.rawValue) ?? .other }

  var paint: TerminalStyle.Paint {
    switch self {
    case .person: .red
    case .title: .yellow
    case .organization: .blue
    case .place: .green
    case .quantity: .magenta
    case .time: .cyan
    case .other: .bold
    }
  }

  /// The word for it in Chinese, for legends.
  var chineseName: String {
    switch self {
    case .person: "人物"
    case .title: "职务"
    case .organization: "机构"
    case .place: "地点"
    case .quantity: "数量"
    case .time: "时间"
    case .other: "其他"
    }
  }
}
