/// Chooses the blocks of a page that are its article.
enum HTMLSelection {
  /// A main element with less text than this is empty decoration: a headline of a dozen characters.
  private static let leastMain = 40

  static func select(_ blocks: [HTMLBlock]) -> [HTMLBlock] {
    let mainCount = blocks.lazy.filter { $0.isMain && !$0.isBoilerplate }.reduce(0) { $0 + $1.count }
    let usesMain = mainCount >= leastMain
    var kept = blocks.filter { block in
      switch block.element {
      case .title: true
      case .heading(1): !block.isBoilerplate || usesMain
      default: !block.isBoilerplate && (!usesMain || block.isMain) && (usesMain || !block.isLinks)
      }
    }
    keepOneTitle(&kept)
    return kept
  }

  /// The `h1` of the main text is the title; else the first `h1`; else the `title` of the page.
  private static func keepOneTitle(_ blocks: inout [HTMLBlock]) {
    func isTop(_ block: HTMLBlock) -> Bool {
      if case .heading(1) = block.element { return true }
      return false
    }
    let headline = blocks.firstIndex { isTop($0) && $0.isMain && !$0.isBoilerplate } ?? blocks.firstIndex(where: isTop)
    let title = blocks.firstIndex { if case .title = $0.element { true } else { false } }
    guard let chosen = headline ?? title else { return }
    var index = -1
    blocks.removeAll { block in
      index += 1
      if index == chosen { return false }
      if case .title = block.element { return true }
      return isTop(block) && block.isBoilerplate
    }
  }
}
