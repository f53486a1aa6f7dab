extension Subject {
  /// The cases of some files.
  ///
  ///     let readings = try Subject(reading: ["eastern.yaml", "western.yaml"], in: .disk)
  ///     let answer = try readings.ask("merge", ["base": "agreed.yaml"])
  ///
  /// - Parameters:
  ///   - paths: The files, the one that matters most first: case files, or files of GMCR+.
  ///   - files: Where they are found, with what they build on and refer to.
  ///
  /// - Throws: ``/Notation/SyntaxError`` with what is wrong with the first that cannot be read.
  public init(reading paths: [String], in files: FileSource) throws(SyntaxError) {
    var cases: [Written] = []
    for path in paths { cases.append(try Written(reading: path, in: files)) }
    self.init(cases)
    open = { path in Self.result(path, files) }
  }

  /// Files that ought to be cases, for the question `check`: what is wrong with them is part of the answer.
  ///
  ///     let answer = try Subject(checking: ["draft.yaml"], in: .disk).ask("check")
  ///
  /// - Parameters:
  ///   - paths: The files, read when their turn comes.
  ///   - files: Where they are found, with what they build on and refer to.
  public init(checking paths: [String], in files: FileSource) {
    self.init(files: paths.map { path in File(name: path, read: { Self.result(path, files) }) })
  }

  private static func result(_ path: String, _ files: FileSource) -> Result<Written, SyntaxError> {
    Result { () throws(SyntaxError) in try Written(reading: path, in: files) }
  }
}

extension Subject.Written {
  fileprivate init(reading path: String, in files: FileSource) throws(SyntaxError) {
    if path.lowercased().hasSuffix(".gmcr"), case .success(let bytes) = files.read(path) {
      let found = try CaseDocument.converted(fromGMCR: bytes, file: path)
      self.init(name: path, document: found.document, warnings: found.warnings, files: files)
    } else {
      let document = try CaseDocument(reading: path, files: files)
      self.init(name: path, document: document, warnings: [], files: files)
    }
  }
}
