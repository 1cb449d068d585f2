import CompiledDictionary
public import DictionaryCompiler
public import Extraction
package import Lexicon
import Segmentation
public import Text

/// Reads Chinese news text and says who, in which post, of which organization, where, when and how many.
///
/// Configure once, share between tasks, analyse many texts. The same text always gives the same result.
///
/// ```swift
/// let analyzer = try Analyzer()
/// for role in analyzer.analyze("市总工会主席周敏介绍了情况。").roles {
///   print(role.person.text, role.title?.text ?? "", role.organization?.text ?? "")
/// }
/// ```
public struct Analyzer: Sendable {
  public let options: Options
  let lexicon: Lexicon
  /// The user's model of mode `precise`.
  let weights: SegmentationWeights?
  let extractor: Extractor
  /// What was odd in the user's dictionaries without being wrong: a byte order mark, a word given twice, a class that
  /// neither a table nor a rule knows.
  public let warnings: [DictionaryError]
  private let reader: DocumentReader

  /// How to analyse.
  public struct Options: Sendable {
    /// Words of your own, over those of the library. Later files win.
    public var dictionaries: [SourceFile] = []
    /// A model of your own for ``SegmentationMode/precise``, as `wenmai train segment` writes it.
    public var segmentationModel: SourceFile?
    /// Rule files of your own, over those of the library.
    public var rules: [SourceFile] = []
    /// The least score of an entity, from 0 to 1.
    public var threshold = 0.4
    /// Whether rules alone decide which people, organizations and places stand, without the model: fewer are found, and
    /// scores are those of the rules' evidence.
    public var rulesOnly = false
    /// The time that relative times (去年, 昨天) count from; nil leaves their values open.
    public var referenceTime: Moment?

    /// Whether results tell what lies inside them: places in organizations, numerals in quantities.
    public var nested = false

    public init() {}
  }

  /// Loads the dictionary that the library carries, with what `options` lay over it.
  ///
  /// - Throws: ``RuleErrors`` for rules, ``DictionaryErrors`` for dictionaries, each with file and line.
  /// - Complexity: some milliseconds: the compiled dictionary is read in place, the rules are compiled.
  public init(options: Options = Options()) throws {
    try self.init(lexicon: try Self.embeddedLexicon(), options: options)
  }

  package init(lexicon base: Lexicon, options: Options = Options()) throws {
    self.options = options
    let words = try UserDictionary.layer(options.dictionaries.map { ($0.name, $0.bytes) }, over: base)
    let lexicon = words.lexicon
    self.lexicon = lexicon
    var extraction = Extractor.Options(
      threshold: options.threshold, reference: options.referenceTime, nested: options.nested)
    extraction.rulesOnly = options.rulesOnly
    extractor = try Extractor(
      lexicon: lexicon, folding: lexicon.folding, userRules: options.rules.map { ($0.name, $0.bytes) },
      options: extraction)
    let own = try options.segmentationModel.map { try UserModel.parse($0.bytes, file: $0.name, lexicon: words.lexicon) }
    weights = own?.weights
    warnings = words.warnings + (own?.warnings ?? []) + Self.unusedClasses(of: words, by: extractor)
    reader = DocumentReader(cues: ArticleCues(lexicon: lexicon), words: LexiconWordKnowledge(lexicon))
  }

  /// A warning for each class that the user's words name and nothing knows.
  private static func unusedClasses(of words: UserDictionary.Layered, by extractor: Extractor) -> [DictionaryError] {
    let used = extractor.usedClasses
    return words.newClasses.compactMap { new in
      if let id = words.lexicon.classID(named: new.name), used.contains(id) { return nil }
      return DictionaryError(file: new.source.file, line: new.source.line, reason: .unusedClass(new.name))
    }
  }

  /// The dictionary in the binary.
  package static func embeddedLexicon() throws(LexiconError) -> Lexicon {
    // Constant data of the binary: it lives as long as the process.
    let bytes = UnsafeRawBufferPointer(start: wenmai_dictionary_bytes(), count: wenmai_dictionary_size())
    return try Lexicon(compiled: LexiconStorage(permanent: bytes), thorough: false)
  }

  /// Analyses a text: its articles are told apart, broken lines joined.
  ///
  /// - Returns: results with spans in UTF-8 offsets of `text`.
  /// - Complexity: linear in the length of the text.
  public func analyze(_ text: String) -> Analysis {
    var worker = makeWorker()
    return worker.analyze(document(of: Array(text.utf8)))
  }

  /// Decodes bytes, HTML or plain, and analyses the text.
  ///
  /// - Parameter encoding: the encoding, if it is known; told by the bytes otherwise.
  public func analyze(bytes: [UInt8], encoding: TextEncoding? = nil) -> Analysis {
    let decoded = TextDecoder.decode(bytes, as: encoding)
    var worker = makeWorker()
    let analysis = worker.analyze(document(of: decoded.utf8))
    return Analysis(document: analysis.document, decoding: DecodingReport(decoded), articles: analysis.articles)
  }

  /// The structure of a text: its articles and their blocks.
  ///
  /// - Parameters:
  ///   - utf8: valid UTF-8; ``analyze(bytes:encoding:)`` decodes other bytes.
  ///   - format: plain text or HTML; told by the text if nil.
  public func document(of utf8: [UInt8], format: Document.Format? = nil) -> Document {
    reader.read(utf8, format: format ?? (InputFormat.detect(utf8) == .html ? .html : .plain))
  }

  /// The structure of a text that is one article, whatever its lines look like: a record of a collection.
  public func article(of utf8: [UInt8]) -> Document {
    DocumentReader(
      cues: reader.cues, words: reader.words, options: DocumentReader.Options(articles: .one)
    ).read(utf8)
  }

  /// A worker keeps its buffers from one document to the next; give each task its own.
  public func makeWorker() -> AnalysisWorker { AnalysisWorker(extractor.makeWorker()) }
}

/// Analyses documents one after the other, in buffers that it keeps.
public struct AnalysisWorker {
  private let extraction: ExtractionWorker

  init(_ extraction: ExtractionWorker) { self.extraction = extraction }

  /// Analyses all articles of a document.
  ///
  /// - Parameter referenceTime: when the document is from, if that is another time than the analyzer's options say.
  public mutating func analyze(_ document: Document, referenceTime: Moment? = nil) -> Analysis {
    var articles: [ArticleAnalysis] = []
    articles.reserveCapacity(document.articles.count)
    for article in document.articles {
      let result = extraction.extract(article, in: document, reference: referenceTime)
      articles.append(
        ArticleAnalysis(
          article: article, title: article.title.map { document.text($0.pieces) }, sentences: result.sentences,
          entities: result.entities, quantities: result.quantities, times: result.times,
          measurements: result.measurements, roles: result.roles, statements: result.statements,
          referenceTime: result.reference))
    }
    return Analysis(document: document, decoding: nil, articles: articles)
  }
}
