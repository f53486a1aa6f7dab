public import Notation

extension CaseDocument {
  /// Reads a case from text; files that it extends are found relative to `file`, by
  /// way of `files`.
  ///
  /// - Throws: `SyntaxError`, as ``init(reading:files:)`` does.
  public init(
    parsing text: String, file: String = "case.yaml", files: FileSource = .empty
  ) throws(SyntaxError) {
    try self.init(bytes: Array(text.utf8), file: file, files: files)
  }

  /// Reads a case file, with the files that it extends, by way of `files`.
  ///
  /// - Throws: `SyntaxError` with every problem above the YAML level at once,
  ///   in the order of the text; a YAML fault alone.
  public init(reading path: String, files: FileSource) throws(SyntaxError) {
    try self.init(bytes: files.bytes(of: path), file: path, files: files)
  }

  /// Reads a case from bytes; files that it extends are found relative to
  /// `file`, by way of `files`.
  ///
  /// - Throws: `SyntaxError`, as ``init(reading:files:)`` does.
  public init(bytes: [UInt8], file: String, files: FileSource) throws(SyntaxError) {
    var reader = DocumentReader()
    reader.folder = FilePath.folder(of: file)
    let node = try reader.merged(bytes, file: file, files: files, opened: [file])
    self = reader.document(node)
    let errors = reader.diagnostics
    if !errors.isEmpty {
      let names = nameProblems(besides: errors, mayMissNames: reader.mayMissNames)
      throw SyntaxError((errors + names).inTextOrder(startingWith: file))
    }
    let views = perceptionProblems
    if !views.isEmpty { throw SyntaxError(views.inTextOrder(startingWith: file)) }
    self.file = file
    self.doubts = reader.doubts
    self.additions = reader.additions
    self.comments = reader.comments
    self.sha256 = Self.digest(of: bytes)
  }

  /// The SHA-256 of the bytes in hex, as ``sha256`` holds it.
  public static func digest(of bytes: [UInt8]) -> String {
    SHA256.hex(of: bytes)
  }
}

extension DocumentReader {
  /// The tree of a file laid over those of the files that it extends.
  fileprivate mutating func merged(
    _ bytes: [UInt8], file: String, files: FileSource, opened: [String]
  ) throws(SyntaxError) -> Node {
    if let foreign = ForeignFile(bytes: bytes, path: file) {
      throw SyntaxError(foreign.problem(at: file))
    }
    let node = try YAMLReader.read(
      bytes: bytes, file: file, hints: Language.yamlHints, duplicates: &diagnostics,
      comments: &comments)
    guard case .map(let entries) = node.content, let extends = entries.first(where: { $0.key == "extends" })
    else { return node }
    var base: Node?
    for name in baseNames(extends.value) {
      let path = FilePath.joined(FilePath.folder(of: file), name.text)
      if let start = opened.firstIndex(where: { FilePath.key($0) == FilePath.key(path) }) {
        let circle = (opened[start...] + [path]).joined(separator: " extends ")
        throw SyntaxError(
          Diagnostic(.extendsLoop, "files extend each other in a circle: \(circle)", at: name.place))
      }
      if opened.count > 32 {
        throw SyntaxError(
          Diagnostic(.nestedTooDeeply, "more than 32 files extend one another", at: name.place))
      }
      let next = try mergedBase(path, named: name.place, files: files, opened: opened)
      base = base.map { Overlay.merge(next, over: $0, noting: &self) } ?? next
    }
    guard let base else { return node }
    return Overlay.merge(node, over: base, noting: &self)
  }

  /// A file that another one extends; each is read once, however many extend it.
  private mutating func mergedBase(
    _ path: String, named place: Place, files: FileSource, opened: [String]
  ) throws(SyntaxError) -> Node {
    let key = FilePath.key(path)
    if let known = bases[key] { return known }
    let bytes = try files.bytes(of: path, followedFrom: place)
    let node = try merged(bytes, file: path, files: files, opened: opened + [path])
    guard case .map = node.content else {
      throw SyntaxError(
        Diagnostic(
          .wrongShape, "a case is a mapping, not \(node.describedShape)", at: node.place,
          hint: "only a case can be extended", notes: [Diagnostic.Note("extended from here", at: place)]))
    }
    bases[key] = node
    return node
  }

  private mutating func baseNames(_ node: Node) -> [Named] {
    if case .list(let items) = node.content {
      return items.compactMap { named($0, as: "a file to extend") }
    }
    return named(node, as: "'extends'").map { [$0] } ?? []
  }
}
