// What the command names beside the library's own types.
@_exported public import enum Segmentation.SegmentationMode
@_exported public import enum Text.InputFormat
