/// What a rule file says.
struct RuleFile {
  var rules: [Rule] = []
  /// What it and the files before it define.
  var definitions: [String: RulePattern] = [:]
  /// The names that patterns use and only a lexicon or other files can know.
  var mentions: [Mention] = []

  struct Mention {
    enum Name: Equatable {
      /// `SURNAME`, `ORG-SUFFIX.strong`
      case entryClass(String)
      /// `n` of `WORD.n`
      case tag(String)
      /// `<ORG.union>`
      case result(type: String, kind: String?)
    }

    let name: Name
    let place: RulePlace
  }
}
