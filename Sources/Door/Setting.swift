package import Briefings
import CaseFile
package import ConflictModel
package import Documents
package import Faces
internal import Notation
package import Questions

extension Documented {
  /// What there is to tell as plain text.
  package func text(_ style: Style = Style()) -> String { TerminalFace.text(bareDocument(), style) }

  /// What there is to tell in Markdown, with a note on each thing that its phrases point to.
  package func markdown(about subject: String = "CASE") -> String {
    MarkdownFace.text(document(), about: subject)
  }

  /// What there is to tell as a page, complete in itself.
  ///
  /// - Parameter subject: What the commands of further questions name as the case.
  package func page(about subject: String = "CASE") -> String {
    HTMLFace.page(document(), about: subject)
  }
}

/// Where an answer will be read.
package struct Setting {
  /// How plain text is laid out.
  package var style: Style
  /// What the commands of further questions name as the case.
  package var subject: String
  /// What they are asked with as well: events, profiles and the day of the answer.
  package var carried: [Argument] = []
  /// What is answered, where the same may be asked again.
  package var asked: AskedQuestion?
  /// Whether what is shown on request is asked for.
  package var isFull = false

  /// What is read in this style, about the case of this name.
  package init(_ style: Style = Style(), about subject: String) {
    (self.style, self.subject) = (style, subject)
  }

  /// The same for an answer to `arguments` about cases whose changes hold for further questions, too.
  ///
  /// - Parameter names: What the cases are called.
  package init(
    _ style: Style = Style(), about names: [String], of cases: Subject, to arguments: Arguments
  ) {
    self.init(style, about: names.first ?? "CASE")
    asked = AskedQuestion(
      arguments.word, about: names,
      arguments.written.map { Argument($0.parameter.isPositional ? "" : $0.parameter.name, $0.value) })
    for (event, holds) in cases.given.sorted(by: { $0.key < $1.key }) {
      carried.append(Argument("given", "\(event)=\(holds ? "yes" : "no")"))
    }
    for (actor, profile) in cases.profiles.sorted(by: { $0.key < $1.key }) {
      carried.append(Argument("profile", "\(actor)=\(profile)"))
    }
    if let day = cases.day { carried.append(Argument("on", day)) }
  }

  /// What of a document is told in a form: a page folds what is shown on request, where text leaves
  /// it out and names it.
  fileprivate func part(of document: Document, as form: AnswerForm) -> Document {
    if isFull || form == .html || form == .document { return document }
    var (brief, leftOut) = document.brief
    if !leftOut.isEmpty { brief.blocks += [.pause, .paragraph(invitation(to: leftOut))] }
    return brief
  }

  /// What there is on request, in about a line.
  private func invitation(to titles: [Sentence]) -> Sentence {
    let request = Argument("full")
    let start: Sentence = "More with \(Sentence("the full answer", to: .again([request])))"
    // At a prompt the phrase is the argument.
    var used = "More with --full: ".displayWidth
    // The number of a state says nothing to somebody who has not read on.
    let told = titles.filter { title in
      !title.phrases.contains { if case .state? = $0.reference { true } else { false } }
    }
    if told.isEmpty {
      return start
        + (titles.count == 1 ? ": the reasons, step by step." : ": the reasons, situation by situation.")
    }
    var words = start + ": "
    for (index, title) in told.enumerated() {
      let rest = titles.count - index - 1
      let end = rest == 0 ? "." : "; and \(rest) more."
      if index > 0 {
        if used + 2 + title.text.displayWidth + end.displayWidth > style.width {
          return words + "; and \(rest + 1) more."
        }
        words += "; "
      }
      words += title
      used += 2 + title.text.displayWidth
    }
    return words + "."
  }

  /// The document set in a form, which is one of those that a document has.
  @inline(never)
  package func text(_ document: Document, as form: AnswerForm) -> String {
    var document = document
    document.asked = asked
    switch form {
    case .markdown: return MarkdownFace.text(document, about: subject, with: carried)
    case .html: return HTMLFace.page(document, about: subject, with: carried)
    case .document: return JSONFace.text(document)
    case .table, .json, .jsonl, .csv, .dot, .yaml, .docx, .pdf: return TerminalFace.text(document, style)
    }
  }
}

extension Briefing {
  /// Writes the answer in a form; the limit at which that was ended early, if it was.
  package func write(as form: AnswerForm, _ setting: Setting, to reader: TextReader) -> Limit? {
    switch form {
    case .json: return write(to: reader)
    case .jsonl, .csv: return records(for: form).flatMap { reader.take($0, as: form) }
    case .yaml:
      if let written { _ = reader.take(written.printed()) }
      return nil
    case .dot:
      if let (figure, caption) = diagram {
        _ = reader.take(DOTFace.text(Document(title: caption, blocks: [.figure(figure, caption: caption)])))
      }
      return nil
    case .docx, .pdf: return nil
    case .table, .markdown, .html, .document:
      let told = told(for: form)
      // A terminal has no place for notes.
      let document = setting.part(of: told.document, as: form)
      _ = reader.take(setting.text(form == .table ? document : withNotes(document), as: form))
      return told.limit
    }
  }

  /// The page of an answer meant for paper, to be made into a file of a form by another program.
  ///
  /// - Parameter ending: What the names of its pictures end in; nil where they are told as text.
  package func sheet(_ setting: Setting, pictures ending: String?) -> HTMLFace.Sheet {
    HTMLFace.sheet(told(for: .html).document, pictures: ending)
  }

  /// The whole answer in a form, and the limit at which that was ended early, if it was.
  package func text(as form: AnswerForm, _ setting: Setting) -> (text: String, limit: Limit?) {
    var text = ""
    let limit = write(
      as: form, setting,
      to: TextReader { piece in
        text += piece
        return true
      })
    return (text, limit)
  }
}
