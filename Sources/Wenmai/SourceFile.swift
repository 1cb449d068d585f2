import Foundation

/// A dictionary or rule file of a user's own.
public struct SourceFile: Sendable, Hashable {
  /// How messages call it.
  public let name: String
  public let bytes: [UInt8]

  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// A file given as text.
  public init(name: String, text: String) {
    self.init(name: name, bytes: Array(text.utf8))
  }

  /// Reads a file.
  ///
  /// - Throws: what the system says, with the path.
  public init(path: String) throws {
    self.init(name: path, bytes: Array(try Data(contentsOf: URL(fileURLWithPath: path))))
  }
}
