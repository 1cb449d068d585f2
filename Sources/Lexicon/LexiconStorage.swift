#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#elseif canImport(Musl)
  import Musl
#endif

/// The bytes of a compiled dictionary, wherever they live, kept alive and never written to.
package final class LexiconStorage: @unchecked Sendable {
  package let bytes: UnsafeRawBufferPointer
  private let release: Release

  private enum Release { case nothing, free, unmap }

  /// Bytes that stay where they are as long as the process lives, such as the embedded dictionary.
  package init(permanent bytes: UnsafeRawBufferPointer) {
    self.bytes = bytes
    release = .nothing
  }

  /// A copy of `source`.
  package init(copying source: [UInt8]) {
    let copy = UnsafeMutableRawBufferPointer.allocate(byteCount: max(source.count, 8), alignment: 64)
    copy.copyBytes(from: source)
    bytes = UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(copy)[0..<source.count])
    release = .free
  }

  /// The file at `path`, mapped.
  package init(path: String) throws(LexiconError) {
    let descriptor = open(path, O_RDONLY)
    guard descriptor >= 0 else { throw .unreadable(path: path, code: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, code: errno) }
    guard status.st_size > 0 else { throw .notADictionary }
    let size = Int(status.st_size)
    guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
      throw .unreadable(path: path, code: errno)
    }
    bytes = UnsafeRawBufferPointer(start: start, count: size)
    release = .unmap
  }

  deinit {
    switch release {
    case .nothing: break
    case .free: bytes.deallocate()
    case .unmap: munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
  }
}
