import Lexicon

/// Finds the matches of a pattern as ``RuleMatcher`` does, and keeps how each came about and how far the others came.
///
/// It works on the pattern as it was read and keeps lists where the matcher keeps numbers: thousands of times slower, and
/// simple enough to be held against.
struct PatternTracer {
  let sentence: TracedSentence

  /// An element with what it took.
  struct Step {
    let element: RulePattern
    let range: Range<Int>
    /// The dictionary entry or the earlier result that it took, if it was one.
    let word: WordID?
    let result: Candidate?
    /// The parts that the step lies in, outermost first.
    let parts: [String]
  }

  struct Match {
    let range: Range<Int>
    let steps: [Step]
    let parts: [String: Range<Int>]
  }

  /// The furthest place that any way through the pattern came to, and what it lacked there.
  struct Reach {
    var position: Int
    var expected: [RulePattern]
    /// The elements on the way there.
    var steps: [Step]
  }

  struct Trace {
    var matches: [Match] = []
    /// nil if nothing was lacking anywhere.
    var reach: Reach?
  }

  /// One event on the way through the graph; ways share their beginnings.
  private final class Way {
    enum Event {
      case took(RulePattern, Range<Int>, TracedSentence.Take)
      /// A definition, by these steps.
      case matched([Step])
      case opened(Int, at: Int)
      case closed(Int, at: Int)
    }
    let event: Event
    let previous: Way?

    init(_ event: Event, after previous: Way?) {
      self.event = event
      self.previous = previous
    }

    // Without this, long ways would be let go of by recursion.
    func events() -> [Event] {
      var events: [Event] = []
      var way: Way? = self
      while let here = way {
        events.append(here.event)
        way = here.previous
      }
      return events.reversed()
    }
  }

  /// All matches that start at `start`, in the order in which the matcher tells them.
  ///
  /// - Parameters:
  ///   - bound: matches do not go past this position; nil is the end of the sentence.
  ///   - stage: that of the rule.
  ///   - longestEntry: longer dictionary entries are passed over.
  func trace(
    _ outer: PatternGraph, from start: Int, bound: Int? = nil, stage: Int, longestEntry: Int = .max
  ) -> Trace {
    let bound = min(bound ?? sentence.count, start + RuleMatcher.lengthLimit)
    let width = bound - start + 1
    var seen = [Bool](repeating: false, count: outer.nodes.count * width)
    var open: [(node: Int, position: Int, way: Way?)] = [(0, start, nil)]
    var trace = Trace()
    while var (node, position, way) = open.popLast() {
      walk: while !seen[node * width + position - start] {
        seen[node * width + position - start] = true
        switch outer.nodes[node] {
        case .element(let element):
          let takes = sentence.takes(of: element, at: position, stage: stage).filter {
            $0.end <= bound && ($0.word == nil || $0.end - position <= longestEntry)
          }
          guard let first = takes.first else {
            note(Reach(position: position, expected: [element], steps: []), way, graph: outer, &trace)
            break walk
          }
          for take in takes.dropFirst().reversed() {
            open.append((node + 1, take.end, Way(.took(element, position..<take.end, take), after: way)))
          }
          way = Way(.took(element, position..<first.end, first), after: way)
          position = first.end
          node += 1
        case .definition(let graph):
          let inner = self.trace(graph, from: position, bound: bound, stage: stage, longestEntry: longestEntry)
          if let reach = inner.reach { note(reach, way, graph: outer, &trace) }
          let found = inner.matches.sorted { $0.range.upperBound > $1.range.upperBound }
          guard let longest = found.first else { break walk }
          for match in found.dropFirst().reversed() {
            open.append((node + 1, match.range.upperBound, Way(.matched(match.steps), after: way)))
          }
          way = Way(.matched(longest.steps), after: way)
          position = longest.range.upperBound
          node += 1
        case .open(let part):
          way = Way(.opened(part, at: position), after: way)
          node += 1
        case .close(let part):
          way = Way(.closed(part, at: position), after: way)
          node += 1
        case .split(let first, let second):
          open.append((second, position, way))
          node = first
        case .jump(let target): node = target
        case .accept:
          trace.matches.append(match(start..<position, way, outer))
          break walk
        }
      }
    }
    return trace
  }

  /// Keeps the furthest place, and what was lacking there behind the elements on the way.
  private func note(_ further: Reach, _ way: Way?, graph: PatternGraph, _ trace: inout Trace) {
    if var reach = trace.reach, reach.position >= further.position {
      if reach.position == further.position {
        reach.expected += further.expected.filter { !reach.expected.contains($0) }
        trace.reach = reach
      }
    } else {
      let steps = match(0..<0, way, graph).steps + further.steps
      trace.reach = Reach(position: further.position, expected: further.expected, steps: steps)
    }
  }

  /// A way as a match: its elements, and where its parts lie; of a part that repeats the last counts.
  private func match(_ range: Range<Int>, _ way: Way?, _ graph: PatternGraph) -> Match {
    var starts: [Int: Int] = [:]
    var ends: [Int: Int] = [:]
    var inside: [Int] = []
    var steps: [Step] = []
    for event in way?.events() ?? [] {
      switch event {
      case .took(let element, let range, let take):
        steps.append(
          Step(
            element: element, range: range, word: take.word, result: take.result,
            parts: inside.map { graph.parts[$0] }))
      case .matched(let inner):
        steps += inner.map {
          Step(
            element: $0.element, range: $0.range, word: $0.word, result: $0.result,
            parts: inside.map { graph.parts[$0] })
        }
      case .opened(let part, let position):
        starts[part] = position
        inside.append(part)
      case .closed(let part, let position):
        ends[part] = position
        inside.removeLast()
      }
    }
    var parts: [String: Range<Int>] = [:]
    for (part, name) in graph.parts.enumerated() {
      if let from = starts[part], let to = ends[part], from < to { parts[name] = from..<to }
    }
    return Match(range: range, steps: steps, parts: parts)
  }
}
