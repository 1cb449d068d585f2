/// What is settled in a sentence before its measurements are read, in bytes of the block; each list in order.
struct MeasurementParts {
  let range: Range<Int>
  /// The ranges of the entities, the first of which is number `firstEntity` of the article's.
  var entities: [Range<Int>]
  let firstEntity: Int
  let articleEntities: [Entity]
  var times: [(range: Range<Int>, index: Int)]
  var quantities: [(range: Range<Int>, index: Int)]

  /// Goes over the entities, quantities and times from left to right; of two that overlap, over the first one.
  struct Walk {
    private let parts: MeasurementParts
    private var (entity, time, quantity) = (0, 0, 0)
    /// Where the next part begins, none of those that begin before the position given last; the sentence's end if there
    /// is none.
    private(set) var next: Int

    init(_ parts: MeasurementParts) {
      self.parts = parts
      next = parts.range.lowerBound
      skip(to: next)
    }

    /// Leaves out what begins before `position`.
    mutating func skip(to position: Int) {
      next = parts.range.upperBound
      while entity < parts.entities.count, parts.entities[entity].lowerBound < position { entity += 1 }
      if entity < parts.entities.count { next = min(next, parts.entities[entity].lowerBound) }
      while quantity < parts.quantities.count, parts.quantities[quantity].range.lowerBound < position { quantity += 1 }
      if quantity < parts.quantities.count { next = min(next, parts.quantities[quantity].range.lowerBound) }
      while time < parts.times.count, parts.times[time].range.lowerBound < position { time += 1 }
      if time < parts.times.count { next = min(next, parts.times[time].range.lowerBound) }
    }

    /// The part that begins at ``next``: of several the entity, then the quantity; nil at the end of the sentence.
    var sign: MeasurementSign? {
      if entity < parts.entities.count, parts.entities[entity].lowerBound == next {
        let number = parts.firstEntity + entity
        // A post counts as what it is called: 300名教师.
        let isPost = parts.articleEntities[number].category == .title
        return MeasurementSign(isPost ? .noun : .entity, value: number, parts.entities[entity])
      }
      if quantity < parts.quantities.count, parts.quantities[quantity].range.lowerBound == next {
        return MeasurementSign(.quantity, value: parts.quantities[quantity].index, parts.quantities[quantity].range)
      }
      guard time < parts.times.count, parts.times[time].range.lowerBound == next else { return nil }
      return MeasurementSign(.time, value: parts.times[time].index, parts.times[time].range)
    }
  }
}
