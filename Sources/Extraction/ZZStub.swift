public struct ReferenceTime: Sendable {}
