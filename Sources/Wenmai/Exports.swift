// One `import Wenmai` brings what results are made of.
@_exported public import struct Extraction.Entity
@_exported public import struct Extraction.NumericFact
@_exported public import enum Extraction.NumericKind
@_exported public import enum Extraction.NumericValue
@_exported public import enum Extraction.Approximation
@_exported public import struct Extraction.Role
@_exported public import struct Extraction.RuleReference
@_exported public import struct Text.Article
@_exported public import struct Text.Block
@_exported public import struct Text.Byline
@_exported public import struct Text.Dateline
@_exported public import struct Text.Document
@_exported public import enum Text.OffsetUnit
@_exported public import struct Text.Piece
@_exported public import struct Text.Span
@_exported public import enum Text.TextEncoding
