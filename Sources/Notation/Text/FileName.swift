extension String {
  /// The name of the file that a path leads to: what follows the last slash. Where a folder lies is of no
  /// use to who is handed a page.
  package var fileName: String {
    guard let slash = lastIndex(of: "/") else { return self }
    return String(self[index(after: slash)...])
  }
}
