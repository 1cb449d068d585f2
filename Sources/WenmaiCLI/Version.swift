import Wenmai

/// What `wenmai --version` prints.
enum Version {
  static var text: String { BuildInformation.current.description }
}
