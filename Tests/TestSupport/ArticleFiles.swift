package import Foundation

/// The articles of `Tests/Fixtures/articles`, by name.
package func articleFiles() -> [URL] {
  let folder = fixtures.appending(path: "articles")
  let files = (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? []
  let articles = files.filter { $0.pathExtension == "txt" }
  precondition(articles.count >= 12, "Tests/Fixtures/articles lacks its articles")
  return articles.sorted { $0.lastPathComponent < $1.lastPathComponent }
}
