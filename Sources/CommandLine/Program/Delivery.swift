import CaseFile
import ConflictModel
import Notation
import Briefings

/// Prints or writes what a command has to say.
struct Delivery {
  private let response: Response
  private let environment: Environment

  init(_ response: Response, in environment: Environment) {
    self.response = response
    self.environment = environment
  }

  /// Delivers everything; the answer is how the command ended.
  func status() -> ExitStatus {
    if environment.isInterrupted() { return interrupted("nothing written") }
    var problem: Diagnostic?
    var cut: Limit?
    if let destination = response.destination {
      let outcome =
        if let bytes = response.bytes {
          OutputFile.write(bytes, to: destination, in: environment)
        } else {
          OutputFile.write(
            { take in
              cut = write(take)
              return cut == nil
            }, to: destination, in: environment)
        }
      switch outcome {
      case .written: break
      case .cut:
        if let cut {
          environment.complain("entente: undetermined: \(cut.words), nothing written\n" + cut.remedy)
        }
        return response.status.combined(with: ExitStatus(cut))
      case .interrupted: return interrupted("nothing written")
      case .failed(let diagnostic): problem = diagnostic
      }
    } else {
      (problem, cut) = print()
      if environment.isInterrupted(), response.stream != nil {
        return interrupted("what is written is not all")
      }
    }
    if !response.errors.isEmpty { environment.complain(response.errors) }
    guard let problem else {
      if !response.closing.isEmpty { environment.complain(response.closing) }
      guard let cut else { return response.status }
      if response.saysWhereCut {
        environment.complain("entente: undetermined: \(cut.words) before all was written\n" + cut.remedy)
      }
      return response.status.combined(with: ExitStatus(cut))
    }
    environment.complain(SyntaxError(problem).readable(color: environment.colorsErrors))
    return .wrongInput
  }

  private func interrupted(_ outcome: String) -> ExitStatus {
    environment.complain("entente: interrupted, \(outcome)\n")
    return .interrupted
  }

  /// Prints on standard output; the answer is what went wrong, if something did, and
  /// the limit at which it ended early.
  private func print() -> (problem: Diagnostic?, cut: Limit?) {
    var outcome = Environment.Written.yes
    func print(_ piece: String) {
      outcome = environment.print(environment.outputIsTerminal ? piece.forTerminal : piece)
    }
    // What is at hand is printed, or the status would speak of an answer that is not
    // there; only what is still being made can be broken off.
    if !response.output.isEmpty { print(response.output) }
    guard outcome == .yes else { return (fault(outcome), nil) }
    let cut = response.stream?(
      TextReader { piece in
        if outcome == .yes, !environment.isInterrupted() { print(piece) }
        return outcome == .yes && !environment.isInterrupted()
      })
    return (fault(outcome), cut ?? nil)
  }

  private func fault(_ outcome: Environment.Written) -> Diagnostic? {
    guard case .failed(let reason) = outcome else { return nil }
    return Diagnostic(.unwritableFile, "cannot write standard output: \(reason)", at: .none)
  }

  /// Everything that there is to write, to somebody who says whether more is wanted.
  private func write(_ take: @escaping (String) -> Bool) -> Limit? {
    if !response.output.isEmpty, !take(response.output) { return nil }
    return response.stream?(TextReader(take)) ?? nil
  }
}
