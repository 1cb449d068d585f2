extension Int {
  /// `1 article`, `2 articles`.
  func of(_ noun: String) -> String { "\(self) \(noun)\(self == 1 ? "" : "s")" }
}
