/// Objects and lists by closures, so that what is opened is closed.
extension JSONWriter {
  mutating func object(_ body: (inout JSONWriter) -> Void) {
    beginObject()
    body(&self)
    endObject()
  }

  @inline(__always)
  mutating func list<Element>(
    _ name: StaticString, _ elements: [Element], _ body: (Element, inout JSONWriter) -> Void
  ) {
    key(name)
    beginArray()
    for element in elements { body(element, &self) }
    endArray()
  }

  @inline(__always)
  mutating func member(_ name: StaticString, _ text: String) {
    key(name)
    string(text)
  }

  /// Nothing, not even the name, where there is no text.
  @inline(__always)
  mutating func member(_ name: StaticString, _ text: String?) {
    if let text { member(name, text) }
  }

  @inline(__always)
  mutating func member(_ name: StaticString, _ value: Int) {
    key(name)
    number(value)
  }

  @inline(__always)
  mutating func member(_ name: StaticString, _ value: Double) {
    key(name)
    number(value)
  }
}
