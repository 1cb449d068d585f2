// The archive and its results.
@_exported public import struct Indexing.ArchiveChanges
@_exported public import enum Indexing.ArchiveError
@_exported public import class Indexing.ArchiveIndex
@_exported public import struct Indexing.Keyword
@_exported public import enum Indexing.KeywordMethod
@_exported public import struct Indexing.KeywordOptions
@_exported public import struct Indexing.SearchHit
@_exported public import struct Indexing.SearchResult
@_exported public import struct Indexing.Snippet
