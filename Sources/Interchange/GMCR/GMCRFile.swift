package import CaseFile
package import ConflictModel
public import Notation

/// What a `.gmcr` file says.
package struct GMCRImport: Sendable {
  /// The case: actors, options, rules and wishes.
  package var document: CaseDocument
  /// The partition of the actors that the file gives, or nil: for each
  /// coalition the indices of its members, from 0. It is not applied to
  /// anything; pass it on to ``GMCRFile/write(_:coalitions:limits:control:)``
  /// to keep it.
  package var coalitions: [[Int]]?
  /// What in the file has no effect, or perhaps not the intended one.
  package var warnings: [Diagnostic]
}

/// A text in another format, with what it leaves out.
public struct Exported: Sendable, Hashable {
  /// The text of the file.
  public var text: String
  /// What the text does not say although the case does. `answers-differ` marks
  /// what changes the answers; `not-kept` marks what does not.
  public var warnings: [Diagnostic]

  /// A text with what it leaves out.
  public init(text: String, warnings: [Diagnostic] = []) {
    self.text = text
    self.warnings = warnings
  }
}

/// The `.gmcr` format of a known program for conflict analysis: one JSON object
/// with options, decision makers, infeasible combinations and preferences.
///
///     let file = try GMCRFile.read(text: text, file: "water.gmcr")
///     file.document.actors.map(\.name)          // ["North", "South"]
///     try GMCRFile.write(Case(file.document), coalitions: file.coalitions).text
///
/// Reading groups the options by actor, which is the order that the state
/// numbers in the file refer to. Names need not be unique there: ids are made
/// from them, and the names are kept.
package enum GMCRFile {
  /// Reads the bytes of a file.
  ///
  /// - Parameters:
  ///   - bytes: The whole file: UTF-8, at most 16 MiB, nested at most 256 deep.
  ///   - file: The file as the user named it, for messages.
  ///   - limits: How far the states may be listed to check rankings by number.
  ///   - control: Asked now and then whether to stop that.
  ///
  /// - Throws: `SyntaxError`: either what keeps the text from being JSON, or
  ///   everything that keeps the JSON from being a conflict, each problem with
  ///   its line, column and JSON path.
  package static func read(
    bytes: [UInt8], file: String, limits: EnumerationLimits = EnumerationLimits(),
    control: Control = Control()
  ) throws(SyntaxError) -> GMCRImport {
    if let foreign = Diagnostic.foreign(gmcr: bytes, at: file) { throw SyntaxError(foreign) }
    let reading = try JSONReader.read(bytes, file: file)
    var source = reading.source
    var decoder = GMCRDecoder(problems: reading.problems)
    decoder.decode(reading.root)
    var problems = decoder.problems
    func throwErrors() throws(SyntaxError) {
      if problems.contains(where: { $0.severity == .error }) {
        throw SyntaxError(source.diagnostics(problems))
      }
    }

    var checks = GMCRChecks(decoder.model)
    if decoder.knowsOwners { checks.checkOwners() }
    problems += checks.problems
    try throwErrors()

    let model = decoder.model.regrouped()
    if model.ranksByHand {
      checks = GMCRChecks(model)
      checks.checkRankings(limits: limits, control: control)
      problems += checks.problems
      try throwErrors()
    }
    problems += remarks(on: model)
    var document = GMCRDocument(model, source: source)
    return GMCRImport(
      document: document.document(file: file), coalitions: model.coalitions,
      warnings: source.diagnostics(problems))
  }

  /// Reads the text of a file; see ``read(bytes:file:limits:control:)``.
  package static func read(
    text: String, file: String, limits: EnumerationLimits = EnumerationLimits(),
    control: Control = Control()
  ) throws(SyntaxError) -> GMCRImport {
    try read(bytes: Array(text.utf8), file: file, limits: limits, control: control)
  }

  /// What the file says without any effect.
  private static func remarks(on model: GMCRModel) -> [JSONProblem] {
    var remarks: [JSONProblem] = []
    if let coalitions = model.coalitions, coalitions.contains(where: { $0.count > 1 }) {
      let names = coalitions.filter { $0.count > 1 }.map { coalition in
        coalition.map { "'\(model.actors[$0].name.shortened)'" }.joined(separator: " and ")
      }
      remarks.append(
        JSONProblem(
          code: .notApplied,
          message: "the coalition of \(names.joined(separator: ", and that of ")) is not applied:"
            + " every actor moves for itself",
          span: model.coalitionsSpan, severity: .warning))
    }
    for actor in model.actors where model.ranksByHand && !actor.statements.isEmpty {
      remarks.append(
        JSONProblem(
          code: .notApplied,
          message: "the statements of '\(actor.name.shortened)' are not used,"
            + " since the file ranks states by hand",
          span: actor.statementsSpan, severity: .warning))
    }
    return remarks
  }
}
