internal import ArgumentParser
import Briefings
import Notation
import Questions

/// The form that `--format`, `--output` and `--json` choose together, and the file to write.
struct FormChoice {
  /// The forms that there are of the answer.
  let forms: [AnswerForm]
  /// That in which it comes when none is asked for.
  let usual: AnswerForm
  /// What was given, if it was.
  var format: String?
  var output: String?
  var json = false

  init<Told: Briefing>(
    of briefing: Told.Type, format: String? = nil, output: String? = nil, json: Bool = false
  ) {
    (forms, usual) = (Told.forms + Told.paperForms, Told.usualForm)
    (self.format, self.output, self.json) = (format, output, json)
  }

  /// The form asked for.
  var form: AnswerForm {
    if json { return .json }
    if let format {
      return (try? AnswerForm.chosen(by: format, among: forms, writtenAs: .option)) ?? usual
    }
    return file.flatMap { AnswerForm(path: $0) } ?? usual
  }

  /// The file to write, if it is not standard output.
  var file: String? { output == "-" ? nil : output }

  /// Refuses what cannot be meant.
  func validate() throws {
    if let word = format {
      let form: AnswerForm
      do { form = try AnswerForm.chosen(by: word, among: forms, writtenAs: .option) } catch {
        throw ValidationError(Failure(error).usage ?? "")
      }
      if form.isConverted, file == nil {
        throw ValidationError("A .\(word) is written to a file: name it with -o, as in -o answer.\(word).")
      }
      if json, form != .json { throw ValidationError("--json and --format \(word) exclude each other.") }
    } else if let file, !json {
      // A case is written whatever its file is called.
      guard let form = AnswerForm(path: file) ?? (usual == .yaml ? usual : nil), forms.contains(form) else {
        throw ValidationError(
          "'\(file.printable)' does not say how to write the answer: end it in \(endings), or name a form with --format."
        )
      }
    }
  }

  // MARK: Help

  /// What `--format` takes.
  var parameter: Parameter { AnswerForm.parameter(choosing: forms, writtenAs: .option) }

  var outputHelp: ArgumentHelp {
    ArgumentHelp(
      forms.contains(.yaml)
        ? "The file to write instead of standard output; a case that is there is replaced only with --force."
        : "The file to write instead of standard output; it is replaced.",
      discussion: "Without --format, what its name ends in says how: \(endings).", valueName: "file")
  }

  static let jsonHelp: ArgumentHelp = "The same as --format json."

  /// The endings of files, one for each form that has one.
  private var endings: String {
    let endings = forms.compactMap { $0.endings.first }.map { "." + $0 }
    return endings.dropLast().joined(separator: ", ") + " or " + (endings.last ?? "")
  }
}
