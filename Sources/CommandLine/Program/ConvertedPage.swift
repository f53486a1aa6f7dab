import Briefings
import CaseFile
import ConflictModel
import Documents
import Door
import Faces
import Questions

/// A page with its pictures, to be made into another kind of file.
struct ConvertedPage {
  /// The name of the document whose styles a word processor's takes over.
  static let stylesName = "styles.docx"

  /// The page as people are given it, for browsers.
  private let page: () -> String
  /// The page for those who know little of pages.
  private let sheet: () -> HTMLFace.Sheet
  private let ending: String
  private let environment: Environment
  private let isStopped: () -> Bool

  /// The page of an answer.
  init<Told: Briefing>(_ briefing: Told, _ setting: Setting, as form: AnswerForm, _ session: Session) {
    ending = form.rawValue
    environment = session.environment
    isStopped = { session.environment.isInterrupted() || session.work.telling.shouldStop() != nil }
    // Word processors are given pictures of dots where some program makes them, else text.
    let hasDots = !Converter.installed(for: "png", in: environment).isEmpty
    sheet = { briefing.sheet(setting, pictures: form == .pdf ? "svg" : hasDots ? "png" : nil) }
    page = { briefing.text(as: .html, setting).text }
  }

  /// The page as a file of the form.
  ///
  /// - Throws: A failure when no program could make it, or when it was stopped.
  func bytes() throws(Failure) -> [UInt8] {
    let workshop: Workshop
    do { workshop = try Workshop(in: environment) } catch { throw Converter.failure(ending, error.reason) }
    defer { workshop.clear() }
    var (isPageThere, isSheetThere) = (false, false)
    return try Converter.make(ending, in: workshop, environment, unless: isStopped) {
      converter throws(Failure) in
      if converter.isBrowser {
        if !isPageThere { try put(Array(page().utf8), "page.html", workshop) }
        isPageThere = true
        return "page.html"
      }
      if !isSheetThere { try putSheet(workshop) }
      isSheetThere = true
      return "sheet.html"
    }
  }

  /// Puts the page for those who know little of pages into the workshop, with what belongs to it.
  private func putSheet(_ workshop: Workshop) throws(Failure) {
    let sheet = sheet()
    try put(Array(sheet.text.utf8), "sheet.html", workshop)
    for picture in sheet.pictures { try put(Array(picture.text.utf8), picture.name + ".svg", workshop) }
    if ending == "pdf" { return }
    try put(WordStyles.document(for: sheet.paper ?? .a4), Self.stylesName, workshop)
    for picture in sheet.pictures {
      let dots = try Converter.make("png", in: workshop, environment, unless: isStopped) { _ in
        picture.name + ".svg"
      }
      try put(dots, picture.name + ".png", workshop)
    }
  }

  private func put(_ bytes: [UInt8], _ name: String, _ workshop: Workshop) throws(Failure) {
    if let reason = workshop.write(bytes, to: name) { throw Converter.failure(ending, reason) }
  }
}
