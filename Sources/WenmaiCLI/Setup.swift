import ArgumentParser
import Wenmai

/// Makes what commands need from what was asked for, and tells errors in it.
enum Setup {
  static func segmenter(mode: SegmentationMode, dictionaries: DictionaryArguments, isQuiet: Bool) throws -> Segmenter {
    try UserFiles.segmenter(mode: mode, dictionaries: try read(dictionaries, isQuiet: isQuiet))
  }

  static func analyzer(_ command: ExtractCommand) throws -> Analyzer {
    var options = Analyzer.Options()
    options.dictionaries = try read(command.dictionaries, isQuiet: command.input.isQuiet)
    options.rules = try command.rules.map { try UserFiles.rules($0) }
    if let threshold = command.threshold { options.threshold = threshold }
    options.referenceTime = command.referenceTime.flatMap { ReferenceTime(iso: $0) }
    return try Analyzer(options: options)
  }

  private static func read(_ arguments: DictionaryArguments, isQuiet: Bool) throws -> [UserDictionary] {
    try arguments.dictionary.map { path in
      let dictionary = try UserFiles.dictionary(path)
      if !isQuiet { for warning in dictionary.warnings { Terminal.complain("wenmai: warning: \(warning)\n") } }
      return dictionary
    }
  }

  /// Runs `make`; what is wrong in dictionaries, rules and files is told line by line, and ends the command.
  static func reportingErrors<T>(_ make: () throws -> T) throws -> T {
    do {
      return try make()
    } catch {
      for line in "\(error)".split(separator: "\n") { Terminal.complain("wenmai: \(line)\n") }
      throw ExitCode(1)
    }
  }
}
