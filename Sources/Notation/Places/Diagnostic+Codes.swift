// What can be wrong with any text; the modules above add what can be wrong with its meaning.
extension Diagnostic.Code {
  // The file
  /// Some bytes are not UTF-8.
  public static let notUTF8 = Self(rawValue: "not-utf8")
  /// The file is larger than what is read.
  public static let fileTooLarge = Self(rawValue: "file-too-large")
  /// The file has nothing in it.
  public static let emptyFile = Self(rawValue: "empty-file")

  // YAML
  /// The text is not YAML.
  public static let yamlSyntax = Self(rawValue: "yaml-syntax")
  /// The text uses an anchor, an alias, a tag or a merge key.
  public static let yamlFeature = Self(rawValue: "yaml-feature")
  /// The text holds more than one document.
  public static let severalDocuments = Self(rawValue: "several-documents")
  /// Something is nested too deeply.
  public static let nestedTooDeeply = Self(rawValue: "nested-too-deeply")
  /// A key stands twice in one mapping.
  public static let duplicateKey = Self(rawValue: "duplicate-key")

  // JSON
  /// The text is not JSON, or it ends too early.
  public static let jsonSyntax = Self(rawValue: "json-syntax")
}
