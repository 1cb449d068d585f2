import Wenmai

/// What `wenmai --version` prints.
enum Version {
  ///
  /// Other commands ask for it at their start, too, where the dictionary need not be read for it.
  static var text: String {
    CommandLine.arguments.contains("--version") ? BuildInformation.current.description : BuildInformation.version
  }
}
