import CaseFile
import Reports

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
    let problem: Diagnostic?
    if let destination = response.destination {
      problem = write(to: destination)
    } else {
      problem = print()
    }
    if environment.isInterrupted(), response.stream != nil {
      return interrupted(response.destination == nil ? "what is written is not all" : "nothing written")
    }
    if !response.errors.isEmpty { environment.complain(response.errors) }
    guard let problem else {
      if !response.closing.isEmpty { environment.complain(response.closing) }
      return response.status
    }
    environment.complain(SyntaxError(problem).readable(color: environment.colorsErrors))
    return .wrongInput
  }

  private func interrupted(_ outcome: String) -> ExitStatus {
    environment.complain("entente: interrupted, \(outcome)\n")
    return .interrupted
  }

  /// Prints on standard output; the answer is what went wrong, if something did.
  private func print() -> Diagnostic? {
    var outcome = Environment.Written.yes
    func take(_ piece: String) -> Bool {
      if outcome == .yes, !environment.isInterrupted() { outcome = environment.print(piece) }
      return outcome == .yes && !environment.isInterrupted()
    }
    if !response.output.isEmpty { _ = take(response.output) }
    if outcome == .yes { response.stream?(TextReader(take)) }
    guard case .failed(let reason) = outcome else { return nil }
    return Diagnostic(.unwritableFile, "cannot write standard output: \(reason)", at: .none)
  }

  /// Writes a file; the answer is what went wrong, if something did.
  private func write(to destination: Response.Destination) -> Diagnostic? {
    if let stream = response.stream {
      return OutputFile.write(stream, to: destination, in: environment)
    }
    var problem: Diagnostic?
    environment.withoutInterruption { problem = OutputFile.write(response.output, to: destination) }
    return problem
  }
}
