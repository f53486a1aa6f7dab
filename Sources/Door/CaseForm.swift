public import CaseFile
internal import ConflictModel
public import Interchange
public import Notation
public import Questions
internal import Stability

/// A form in which a case can be written, for people or for other programs.
public enum CaseForm: String, Sendable, Hashable, CaseIterable {
  /// A case file.
  case yaml
  /// A file of GMCR+.
  case gmcr
  /// A strategic-form game for Gambit.
  case nfg
  /// A table of states with commas, for spreadsheets.
  case csv
  /// A table of moves with commas.
  case moves
  /// A graph for Graphviz.
  case dot
  /// A graph for network programs.
  case graphml
}

extension Case {
  /// The case in another form, with a warning of each thing that the form cannot say.
  ///
  ///     let game = try duel.written(as: .nfg)
  ///     game.text       // begins with "NFG 1"
  ///
  /// A table or a graph holds every state with the moves from it, so all of them are solved.
  ///
  /// - Throws: ``/CaseFile/CaseError`` when the form cannot hold the case, or a limit is reached.
  public func written(as form: CaseForm, work: Work = Work()) throws(CaseError) -> Exported {
    try written(as: form, coalitions: nil, work)
  }

  /// The same, with the coalitions that a file of another program named.
  package func written(
    as form: CaseForm, coalitions: [[Int]]?, _ work: Work
  ) throws(CaseError) -> Exported {
    switch form {
    case .yaml: return Exported(text: document.printed())
    case .gmcr:
      return try GMCRFile.write(self, coalitions: coalitions, limits: work.limits, control: work.control)
    case .nfg: return try GambitFile.write(self, limits: work.limits, control: work.control)
    case .csv: return Exported(text: try CSVTables.states(stateTable(work)))
    case .moves: return Exported(text: try CSVTables.moves(stateTable(work)))
    case .dot: return Exported(text: try DOTGraph.write(stateTable(work)))
    case .graphml: return Exported(text: try GraphML.write(stateTable(work)))
    }
  }

  private func stateTable(_ work: Work) throws(CaseError) -> StateTable {
    let solution = work.solve(conflict, Concept.allCases, atMost: work.limits.states)
    if let limit = work.limit(solution.limit) { throw .limit(limit) }
    let verdicts = solution.concepts.map { concept in
      ConceptVerdicts(
        concept, stable: conflict.actors.indices.map { Array(solution.stable(concept, actor: $0)) })
    }
    return try StateTable(
      self, states: solution.states, verdicts: verdicts, limits: work.limits, control: work.control)
  }
}

extension CaseDocument {
  /// The case that a file of GMCR+ holds, with a warning of each thing that was not taken over.
  ///
  /// - Throws: ``/Notation/SyntaxError`` with everything that is wrong with the file.
  public static func converted(
    fromGMCR bytes: [UInt8], file: String = "case.gmcr", work: Work = Work()
  ) throws(SyntaxError) -> (document: CaseDocument, warnings: [Diagnostic]) {
    let found = try GMCRFile.read(bytes: bytes, file: file, limits: work.limits, control: work.control)
    return (document: found.document, warnings: found.warnings)
  }
}
