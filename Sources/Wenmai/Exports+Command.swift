// What the command names beside the library's own types.
@_exported package import struct DictionaryCompiler.UserDictionary
@_exported public import struct Extraction.ReferenceTime
@_exported public import enum Segmentation.SegmentationMode
@_exported package import struct Segmentation.Segmenter
@_exported public import enum Text.InputFormat
