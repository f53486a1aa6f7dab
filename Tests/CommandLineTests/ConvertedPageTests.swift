import Foundation
import TestSupport
import Testing

@testable import CommandLine

/// Files that other programs make of a briefing; in most tests a script stands for the program.
@Suite("Word and PDF files of a briefing") struct ConvertedPageTests {
  /// Runs a command in a folder with the fixtures, a script for each program, and a folder for
  /// temporary files, which must be empty again at the end.
  static func run(_ text: String, _ scripts: [String: String]) throws -> ShellCommand.Result {
    try TestFolders.withScratchFolder { folder in
      var lines = ["mkdir bin temporary; program=$(command -v entente)"]
      for (name, script) in scripts {
        let file = folder.appending(path: name)
        try ("#!/bin/sh\nPATH=/usr/bin:/bin\n" + script + "\n").write(
          to: file, atomically: true, encoding: .utf8)
        lines.append("mv \(name) bin/\(name); chmod +x bin/\(name)")
      }
      lines.append(
        "entente() { PATH=$PWD/bin TMPDIR=$PWD/temporary $program \"$@\"; }\n\(text)\nls -A temporary")
      return try ShellCommand(text: lines.joined(separator: "\n"), folder: folder).run()
    }
  }

  @Test("the page and its pictures are handed over, and what comes back is written")
  func pdf() throws {
    let script = """
      for last; do :; done
      cd "${last%/*}"; grep -c '<img src="figure-[0-9]*.svg"' sheet.html > "$last"; ls >> "$last"
      """
    let result = try Self.run(
      "entente brief suspects.yaml -o brief.pdf; echo $?; cat brief.pdf", ["weasyprint": script])
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "0", "\(result.output)\(result.errors)")
    let count = Int(lines[1]) ?? 0
    #expect(count > 0 && lines.filter { $0.hasPrefix("figure-") && $0.hasSuffix(".svg") }.count == count)
    #expect(
      !lines.contains("page.html") && lines.contains("sheet.html")
        && !lines.contains { $0.hasPrefix("entente-") })
  }

  @Test("a browser gets the page that people get, with its pictures in it, and nothing else")
  func browser() throws {
    let script = """
      for last; do :; done; page=${last#file://}
      for word; do case $word in --print-to-pdf=*) out=${word#*=};; esac; done
      cd "${page%/*}"; grep -c '<svg' "${page##*/}" > "$out"; ls >> "$out"
      """
    let result = try Self.run(
      "entente brief suspects.yaml -o brief.pdf; echo $?; cat brief.pdf", ["chromium": script])
    let lines = result.output.split(separator: "\n").map(String.init)
    #expect(lines.first == "0", "\(result.output)\(result.errors)")
    #expect(
      Int(lines[1]) ?? 0 > 0
        && lines.dropFirst(2).filter { !["profile", "messages"].contains($0) }.count == 2, "\(lines)")
    #expect(lines.contains("page.html"))
  }

  @Test("word processors get pictures of dots where some program makes them, else text")
  func docx() throws {
    let pandoc = """
      for last; do :; done
      for word; do case $word in --output=*) out=${word#--output=};; esac; done
      grep -c '<img src="figure-[0-9]*.png"' "$last" > "$out"; grep -c '<table' "$last" >> "$out"
      for word; do case $word in --reference-doc=*) head -c 2 "${word#--reference-doc=}" >> "$out";; esac; done
      """
    let dots = "for word; do case $word in --output=*) echo dots > \"${word#--output=}\";; esac; done"
    let command = "entente brief suspects.yaml -o brief.docx --paper letter; echo $?; cat brief.docx; echo"
    let drawn = try Self.run(command, ["pandoc": pandoc, "rsvg-convert": dots]).output
    let told = try Self.run(command, ["pandoc": pandoc]).output
    let (one, other) = (drawn.split(separator: "\n"), told.split(separator: "\n"))
    #expect(one[0] == "0" && other[0] == "0")
    #expect(Int(one[1]) ?? 0 > 0 && other[1] == "0", "\(drawn)\(told)")
    #expect(Int(other[2]) ?? 0 > Int(one[2]) ?? 0)
    #expect(one[3] == "PK" && one.count == 4, "\(drawn)")
  }

  @Test("the next program is tried when one fails, and its last words are told when none can")
  func fails() throws {
    let works = "for word; do case $word in --print-to-pdf=*) echo made > \"${word#*=}\";; esac; done"
    let second = try Self.run(
      "entente brief suspects.yaml -o brief.pdf; echo $?; cat brief.pdf",
      ["chromium": "echo out of ink; exit 1", "google-chrome": works])
    #expect(second.output == "0\nmade\n", "\(second.output)\(second.errors)")
    let none = try Self.run(
      "entente brief suspects.yaml -o brief.pdf; echo $?; ls brief.pdf",
      ["weasyprint": "echo out of paper; exit 1", "chromium": "echo; echo out of ink >&2; exit 1"])
    #expect(none.output == "2\n")
    #expect(none.errors.contains("[failed-conversion]") && none.errors.contains("weasyprint: out of paper"))
  }

  @Test("it keeps the time allowed, and ends all that the program began", .timeLimit(.minutes(1)))
  func time() throws {
    let result = try Self.run(
      "entente brief suspects.yaml -o brief.pdf --time 1s; echo $?; sleep 0.3; ps -eo args | grep -c '[s]leep 98'",
      ["weasyprint": "sleep 98 & sleep 98"])
    #expect(result.output == "2\n0\n", "\(result.output)\(result.errors)")
    #expect(result.errors.contains("it was stopped") && result.duration < 20)
  }

  @Test("no case is replaced, whatever the form")
  func ownCase() throws {
    let result = try Self.run(
      "cp suspects.yaml before; entente brief suspects.yaml --format pdf -o suspects.yaml; echo $?; cmp before suspects.yaml",
      ["weasyprint": "for last; do :; done; echo made > \"$last\""])
    #expect(result.output == "2\n" && result.errors.contains("it is a case that the answer is about"))
  }

  @Test("the archive is one that others read")
  func archive() {
    #expect(StoredArchive.checksum(Array("123456789".utf8)) == 0xCBF4_3926)
    var archive = StoredArchive()
    archive.add("a/b.txt", "One.")
    archive.add("c.txt", "")
    let bytes = archive.archive
    #expect(bytes.starts(with: [0x50, 0x4B, 3, 4]) && bytes.count == 2 * 30 + 2 * 46 + 2 * (7 + 5) + 4 + 22)
    // The directory is where the end of the archive says.
    let end = bytes.count - 22
    let offset = (0..<4).reduce(0) { $0 | Int(bytes[end + 16 + $1]) << (8 * $1) }
    #expect(Array(bytes[offset..<offset + 4]) == [0x50, 0x4B, 1, 2])
  }

  static func isInstalled(_ name: String) -> Bool {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .contains { FileManager.default.isExecutableFile(atPath: $0 + "/" + name) }
  }

  @Test("the real programs make what they should", arguments: ["pdf", "docx"])
  func real(ending: String) throws {
    let isThere =
      ending == "pdf"
      ? ["weasyprint", "chromium"].contains { Self.isInstalled($0) } : Self.isInstalled("pandoc")
    guard isThere else { return }
    let data = try TestFolders.withScratchFolder { folder in
      let result = try ShellCommand(text: "entente brief suspects.yaml -o brief.\(ending)", folder: folder)
        .run()
      #expect(result.status == 0, "\(result.errors)")
      return try Data(contentsOf: folder.appending(path: "brief.\(ending)"))
    }
    #expect(data.starts(with: ending == "pdf" ? Array("%PDF".utf8) : [0x50, 0x4B]))
  }
}
