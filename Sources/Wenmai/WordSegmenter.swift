import Lexicon
public import Segmentation
public import Text

/// Cuts texts into words, one after the other, in buffers that it keeps; give each task its own.
public final class WordSegmenter {
  let tagging: TaggingWorker
  let names: TagNames

  init(_ segmenter: Segmenter, _ tagSet: TagSet) {
    tagging = Tagger(lexicon: segmenter.lexicon).makeWorker(segmenter)
    names = TagNames(segmenter.lexicon, tagSet)
  }

  /// The words of `text` with their parts of speech; white space is left out.
  ///
  /// - Complexity: O(*n*).
  public func words(of text: String) -> [Word] {
    var text = text
    text.makeContiguousUTF8()
    var words: [Word] = []
    let utf8 = Array(text.utf8)
    utf8.withUnsafeBufferPointer { bytes in
      tagging.segment(bytes, 0..<bytes.count) { tokens, tags in
        for (token, tag) in zip(tokens, tags) where !token.isWhiteSpace {
          let start = text.utf8.index(text.startIndex, offsetBy: token.range.lowerBound)
          let end = text.utf8.index(start, offsetBy: token.range.count)
          words.append(
            Word(
              text: text[start..<end], span: Span(lower: token.range.lowerBound, upper: token.range.upperBound),
              tag: names[tag], isPart: token.isPart))
        }
      }
    }
    return words
  }

  /// Calls `body` with the tokens of `utf8`, a few thousand at a time: the fastest way to segment.
  ///
  /// ```swift
  /// segmenter.forEachBatch(in: utf8) { tokens in
  ///   for i in tokens.indices where !tokens[i].isWhiteSpace { use(utf8[Int(tokens[i].start)..<Int(tokens[i].end)]) }
  /// }
  /// ```
  /// Unlike elsewhere, white space is among the tokens: those that are no parts of others give the text back. Nothing is
  /// allocated, and memory does not grow with the text.
  ///
  /// - Parameters:
  ///   - utf8: UTF-8, less than 4 GiB; what is behind is not read.
  ///   - body: is given tokens in the order of the text. They cannot leave it.
  /// - Complexity: O(*n*).
  public func forEachBatch(in utf8: [UInt8], _ body: (Swift.Span<Token>) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      tagging.worker.segment(bytes, 0..<bytes.count) { body($0.span) }
    }
  }

  /// Calls `body` with the place of each word of `utf8`, white space left out: nothing is allocated for a word, and
  /// nothing is tagged.
  ///
  /// A call for each word costs a fifth of the time in mode `fast`; see ``forEachBatch(in:_:)``.
  ///
  /// - Parameter utf8: UTF-8, less than 4 GiB.
  /// - Complexity: O(*n*).
  public func forEachWord(in utf8: [UInt8], _ body: (_ span: Span, _ isPart: Bool) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      tagging.worker.segment(bytes, 0..<bytes.count) { tokens in
        for token in tokens where !token.isWhiteSpace {
          body(Span(lower: Int(token.start), upper: Int(token.end)), token.isPart)
        }
      }
    }
  }
}

extension WordSegmenter {
  /// Calls `body` with the place and the part of speech of each word of `utf8`, white space left out.
  ///
  /// - Parameter utf8: UTF-8, less than 4 GiB.
  /// - Complexity: O(*n*); nothing is allocated for a word.
  public func forEachTaggedWord(in utf8: [UInt8], _ body: (_ span: Span, _ tag: String, _ isPart: Bool) -> Void) {
    utf8.withUnsafeBufferPointer { bytes in
      tagging.segment(bytes, 0..<bytes.count) { tokens, tags in
        for (token, tag) in zip(tokens, tags) where !token.isWhiteSpace {
          body(Span(lower: Int(token.start), upper: Int(token.end)), names[tag], token.isPart)
        }
      }
    }
  }
}

extension WordSegmenter {
  /// A segmenter without an ``Analyzer``: it reads no rules, so that it is there at once.
  ///
  /// - Parameters:
  ///   - dictionaries: words of your own, over those of the library.
  ///   - model: weights of your own for mode `precise`, as `wenmai train segment` writes them.
  /// - Throws: ``DictionaryErrors``, what is wrong in these files.
  public convenience init(
    mode: SegmentationMode = .precise, dictionaries: [SourceFile] = [], model: SourceFile? = nil, tagSet: TagSet = .pku
  ) throws {
    self.init(try Analyzer.segmenter(mode: mode, dictionaries: dictionaries, model: model).segmenter, tagSet)
  }
}

extension Analyzer {
  /// A segmenter with this analyzer's words, those of the user included.
  public func makeWordSegmenter(mode: SegmentationMode = .precise, tagSet: TagSet = .pku) -> WordSegmenter {
    WordSegmenter(Segmenter(lexicon: lexicon, mode: mode, weights: weights), tagSet)
  }

  /// The words of `text`.
  ///
  /// ```swift
  /// for word in analyzer.segment("市总工会主席周敏介绍了情况。") { print(word.text, word.tag) }
  /// ```
  /// For many texts, make a ``WordSegmenter`` and keep it.
  public func segment(_ text: String, mode: SegmentationMode = .precise, tagSet: TagSet = .pku) -> [Word] {
    makeWordSegmenter(mode: mode, tagSet: tagSet).words(of: text)
  }
}
