package import Briefings
package import ConflictModel
package import Documents
package import Faces
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

  /// What is read in this style, about the case of this name.
  package init(_ style: Style = Style(), about subject: String) {
    (self.style, self.subject) = (style, subject)
  }

  /// The same for an answer about `asked`, whose changes hold for further questions too.
  package init(_ style: Style = Style(), about subject: String, of asked: Subject) {
    self.init(style, about: subject)
    for (event, holds) in asked.given.sorted(by: { $0.key < $1.key }) {
      carried.append(Argument("given", "\(event)=\(holds ? "yes" : "no")"))
    }
    for (actor, profile) in asked.profiles.sorted(by: { $0.key < $1.key }) {
      carried.append(Argument("profile", "\(actor)=\(profile)"))
    }
    if let day = asked.day { carried.append(Argument("on", day)) }
  }

  /// The document set in a form, which is one of those that a document has.
  @inline(never)
  package func text(_ document: Document, as form: AnswerForm) -> String {
    switch form {
    case .markdown: MarkdownFace.text(document, about: subject, with: carried)
    case .html: HTMLFace.page(document, about: subject, with: carried)
    case .document: JSONFace.text(document)
    case .table, .json, .jsonl, .csv, .dot, .yaml: TerminalFace.text(document, style)
    }
  }
}

extension Briefing {
  /// Writes the answer in a form; the limit at which that was ended early, if it was.
  package func write(as form: AnswerForm, _ setting: Setting, to reader: TextReader) -> Limit? {
    switch form {
    case .json: return write(to: reader)
    case .jsonl, .csv, .yaml: return write(as: form, to: reader)
    case .dot:
      if let (figure, caption) = diagram {
        _ = reader.take(DOTFace.text(Document(title: caption, blocks: [.figure(figure, caption: caption)])))
      }
      return nil
    case .table, .markdown, .html, .document:
      let told = told()
      // A terminal has no place for notes.
      let document = form == .table ? told.document : withNotes(told.document)
      _ = reader.take(setting.text(document, as: form))
      return told.limit
    }
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
