import CaseFile
import Notation
import Questions

/// Another program that makes one kind of file of another. Well-kept ones are better at that than
/// anything that could be written here.
struct Converter: Sendable {
  /// What the name of the file ends in that it makes.
  let ending: String
  /// What it is called on the path.
  let program: String
  /// The Debian package that has it.
  let package: String
  /// Whether it knows pages as well as any browser, so that it is given the page that people are given.
  var isBrowser = false
  /// What it is told, to make the second file of the first; both are in a folder of their own.
  let arguments: @Sendable (_ from: String, _ to: String) -> [String]

  /// All that are known, the best for each ending first.
  static let all: [Converter] = [
    Converter(ending: "docx", program: "pandoc", package: "pandoc") { from, to in
      [
        "--from=html", "--to=docx", "--resource-path=" + folder(of: from),
        "--reference-doc=" + folder(of: from) + "/" + ConvertedPage.stylesName, "--output=" + to, from,
      ]
    },
    chromium("chromium"), chromium("google-chrome"), chromium("chromium-browser"),
    Converter(ending: "pdf", program: "weasyprint", package: "weasyprint") { ["--quiet", $0, $1] },
    Converter(ending: "png", program: "rsvg-convert", package: "librsvg2-bin") {
      ["--zoom=2", "--format=png", "--output=" + $1, $0]
    },
    Converter(ending: "png", program: "inkscape", package: "inkscape") {
      ["--export-type=png", "--export-dpi=192", "--export-filename=" + $1, $0]
    },
    Converter(ending: "png", program: "cairosvg", package: "cairosvg") {
      ["--format", "png", "--scale", "2", "-o", $1, $0]
    },
    Converter(ending: "png", program: "magick", package: "imagemagick") { ["-density", "192", $0, $1] },
  ]

  /// A browser, which sets the page in columns.
  private static func chromium(_ program: String) -> Converter {
    Converter(ending: "pdf", program: program, package: "chromium", isBrowser: true) { from, to in
      // The page is ours and has no script; who runs as root may not have a sandbox.
      [
        "--headless", "--disable-gpu", "--no-sandbox", "--no-first-run", "--disable-extensions",
        "--user-data-dir=" + folder(of: from) + "/profile", "--no-pdf-header-footer",
        "--print-to-pdf=" + to, "file://" + from,
      ]
    }
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
  }

  /// Those that make files of an ending and are installed.
  static func installed(
    for ending: String, in environment: Environment
  ) -> [(converter: Converter, program: OtherProgram)] {
    all.filter { $0.ending == ending }.compactMap { converter in
      OtherProgram(converter.program, in: environment).map { (converter, $0) }
    }
  }

  /// Refuses an ending for which no program is installed, with what to install.
  static func require(
    _ ending: String, of what: String = "page", in environment: Environment, or others: String
  ) throws(Failure) {
    if !installed(for: ending, in: environment).isEmpty { return }
    var packages: [String] = []
    for converter in all where converter.ending == ending && !packages.contains(converter.package) {
      packages.append(converter.package)
    }
    let names = packages.map { "'\($0)'" }.joined(separator: " or ")
    throw .wrong(
      SyntaxError(
        Diagnostic(
          .noConverter, "no program is installed that makes a .\(ending) of a \(what)", at: .none,
          hint: "install \(names), as Debian calls it, or write \(others)")))
  }

  /// Makes a file in a workshop by the first program that can.
  ///
  /// - Parameter original: Puts there what a program makes it of, and gives its name.
  ///
  /// - Throws: A failure when none could, or when it was stopped.
  static func make(
    _ ending: String, in workshop: Workshop, _ environment: Environment, unless isStopped: () -> Bool,
    of original: (Converter) throws(Failure) -> String
  ) throws(Failure) -> [UInt8] {
    var said = "no program is installed for it"
    for (converter, program) in installed(for: ending, in: environment) {
      let name = try original(converter)
      let result = workshop.path("made-" + name + "." + ending)
      let arguments = converter.arguments(workshop.path(name), result)
      switch program.run(arguments, in: workshop.folder, unless: isStopped) {
      case .stopped: throw failure(ending, "it was stopped")
      case .failed(let words): said = "\(converter.program): \(words)"
      case .done:
        if let bytes = workshop.read(result), !bytes.isEmpty { return bytes }
        said = "\(converter.program) wrote no file"
      }
    }
    throw failure(ending, said)
  }

  /// The same of a text alone.
  static func make(
    _ ending: String, of text: String, endingIn own: String, _ environment: Environment,
    unless isStopped: () -> Bool
  ) throws(Failure) -> [UInt8] {
    let workshop: Workshop
    do { workshop = try Workshop(in: environment) } catch { throw failure(ending, error.reason) }
    defer { workshop.clear() }
    let name = "original." + own
    if let reason = workshop.write(Array(text.utf8), to: name) { throw failure(ending, reason) }
    return try make(ending, in: workshop, environment, unless: isStopped) { _ in name }
  }

  static func failure(_ ending: String, _ reason: String) -> Failure {
    .wrong(
      SyntaxError(
        Diagnostic(.failedConversion, "the .\(ending) could not be made: \(reason)", at: .none)))
  }
}
