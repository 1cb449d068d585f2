#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

enum Processor {
  /// The cores that work can run on, at least 1.
  static var count: Int { max(sysconf(Int32(_SC_NPROCESSORS_ONLN)), 1) }
}
