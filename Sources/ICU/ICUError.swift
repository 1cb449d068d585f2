import ICUShim

/// A call of ICU that failed, with the name ICU gives to the failure.
public struct ICUError: Error, Equatable, CustomStringConvertible {
  /// ICU's own name: `U_ILLEGAL_ARGUMENT_ERROR`.
  public let name: String
  /// What was asked of ICU: `open converter "klingon"`.
  public let operation: String

  package init(status: Int32, operation: String) {
    self.name = String(cString: icushim_error_name(status))
    self.operation = operation
  }

  /// `U_ILLEGAL_ARGUMENT_ERROR`, for what we refuse before ICU sees it.
  static let illegalArgument: Int32 = 1

  public var description: String { "ICU could not \(operation): \(name)" }
}

/// Runs an ICU call and throws what its status says.
func checked<Result>(
  _ operation: @autoclosure () -> String, _ call: (inout Int32) -> Result
) throws(ICUError) -> Result {
  var status: Int32 = 0
  let result = call(&status)
  if status > 0 { throw ICUError(status: status, operation: operation()) }
  return result
}
