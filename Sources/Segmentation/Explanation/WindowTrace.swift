import Lexicon

/// One window's cut with all that was weighed for it. Valid until its worker goes on.
struct WindowTrace {
  let window: Window
  let lexicon: Lexicon
  private let hasModel: Bool
  let costs: EdgeCosts
  /// By position: where the token of the best path through the lexicon that covers it begins and ends.
  private let path: [Range<Int>]
  let stretches: [StretchTrace]

  /// Cuts the window from `start`.
  init(
    _ worker: SegmentationWorker, _ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int, stretch: Stretch,
    names: FeatureText, before: inout UInt16
  ) {
    var edges: [[Window.Edge]] = []
    var path: [Range<Int>] = []
    var stretches: [StretchTrace] = []
    var symbol = before
    worker.prepare(
      base, start, end, notesWords: worker.segmenter.model != nil,
      refine: { window in
        edges = window.edges()
        path = Self.path(window)
        guard let model = worker.segmenter.model else { return }
        stretches = Self.refine(window, model, stretch, names, &symbol)
      })
    before = symbol
    window = worker.window
    lexicon = worker.segmenter.lexicon
    hasModel = worker.segmenter.model != nil
    costs = EdgeCosts(edges)
    self.path = path
    self.stretches = stretches
  }

  private static func path(_ window: Window) -> [Range<Int>] {
    var path: [Range<Int>] = []
    while path.count < window.count {
      let token = path.count..<path.count + Int(window.tokens[path.count] & 0xFFF)
      path += token.map { _ in token }
    }
    return path
  }

  /// As ``LinearModel/refine(_:_:before:)``, keeping what it saw.
  private static func refine(
    _ window: Window, _ model: LinearModel, _ stretch: Stretch, _ names: FeatureText, _ before: inout UInt16
  ) -> [StretchTrace] {
    var traces: [StretchTrace] = []
    var position = 0
    while position < window.limit {
      if stretch.fill(window, from: position, before: before) {
        traces.append(StretchTrace(model, window, stretch, names: names))
      }
      if stretch.count > 0 { before = stretch.symbols[Stretch.rim + stretch.count - 1] }
      position = stretch.end
      if position < window.limit {
        before = Stretch.signSymbol(window, position)
        position += Int(window.tokens[position] & 0xFFF)
      }
    }
    return traces
  }

  // MARK: Cuts

  func cuts() -> [SegmentationTrace.Cut] {
    var cuts: [SegmentationTrace.Cut] = []
    var start = 0
    while start < window.limit {
      let end = start + Int(window.tokens[start] & 0xFFF)
      cuts.append(cut(start..<end))
      start = end
    }
    return cuts
  }

  private func cut(_ token: Range<Int>) -> SegmentationTrace.Cut {
    let chosen = settled(token)
    let vote = stretches.lazy.compactMap { stretch in
      stretch.units(of: token).flatMap { stretch.vote(for: $0, in: window) }
    }.first
    var cut = SegmentationTrace.Cut(
      range: bytes(token), kind: chosen.kind, word: chosen.word, decision: decision(chosen.kind, isModels: vote != nil))
    cut.model = vote
    cut.lattice = costs.edges[token].joined().filter { costs.cost(through: $0) != nil }.map(piece)
    cut.path = pieces(onPathIn: token)
    if let edge = costs.runnerUp(at: token.lowerBound, besides: path[token.lowerBound]) { cut.runnerUp = detour(edge) }
    return cut
  }

  func decision(_ kind: TokenKind, isModels: Bool) -> SegmentationTrace.Decision {
    if isModels { return .model }
    switch kind {
    case .word: return .lexicon
    case .user: return .user
    case .number, .time, .latin, .address: return .run
    case .punctuation, .space, .lineBreak, .other: return .sign
    }
  }

  /// What the window has as a token.
  func settled(_ range: Range<Int>) -> SegmentationTrace.Piece {
    let entry = window.tokens[range.lowerBound]
    let (kind, origin) = window.describe(range.lowerBound, range.upperBound, entry)
    return SegmentationTrace.Piece(range: bytes(range), kind: kind, word: word(kind, origin), cost: 0)
  }

  // MARK: Ways through the lexicon

  func detour(_ edge: Window.Edge) -> SegmentationTrace.Detour? {
    guard let cost = costs.cost(through: edge) else { return nil }
    let way = costs.detour(through: edge) { $0 == path.count || path[$0].lowerBound == $0 }
    guard let first = way.first, let last = way.last else { return nil }
    return SegmentationTrace.Detour(
      pieces: way.map(piece), rivals: pieces(onPathIn: first.start..<last.end),
      difference: Double(cost - costs.least) / Trie.costScale)
  }

  /// The tokens of the best path that lie over `range`.
  private func pieces(onPathIn range: Range<Int>) -> [SegmentationTrace.Piece] {
    var pieces: [SegmentationTrace.Piece] = []
    var position = range.lowerBound
    while position < range.upperBound {
      let token = path[position]
      let cheapest = costs.edges[token.lowerBound].filter { $0.end == token.upperBound }.min { $0.cost < $1.cost }
      if let cheapest { pieces.append(piece(cheapest)) }
      position = token.upperBound
    }
    return pieces
  }

  private func piece(_ edge: Window.Edge) -> SegmentationTrace.Piece {
    SegmentationTrace.Piece(
      range: bytes(edge.start..<edge.end), kind: edge.kind, word: word(edge.kind, edge.origin),
      cost: Double(edge.cost) / Trie.costScale)
  }

  private func word(_ kind: TokenKind, _ origin: UInt32) -> WordID {
    switch kind {
    case .user: lexicon.user.map { WordID(raw: $0.firstWord + origin) } ?? .none
    default: origin == 0 ? .none : lexicon.word(atNode: Int(origin)) ?? .none
    }
  }

  func bytes(_ positions: Range<Int>) -> Range<Int> {
    Int(window.offsets[positions.lowerBound])..<Int(window.offsets[positions.upperBound])
  }
}
