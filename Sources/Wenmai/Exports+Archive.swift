// The archive and its results.
@_exported public import struct Indexing.ArchiveChanges
@_exported public import struct Indexing.ArchiveDifference
@_exported public import enum Indexing.ArchiveError
@_exported public import class Indexing.ArchiveIndex
@_exported public import struct Indexing.Concordance
@_exported public import struct Indexing.Keyword
@_exported public import enum Indexing.KeywordMethod
@_exported public import struct Indexing.KeywordOptions
@_exported public import struct Indexing.Ledger
@_exported public import struct Indexing.LedgerEntry
@_exported public import struct Indexing.QueryError
@_exported public import struct Indexing.SearchFacets
@_exported public import struct Indexing.SearchHit
@_exported public import struct Indexing.SearchOptions
@_exported public import struct Indexing.SearchResult
@_exported public import struct Indexing.Snippet
