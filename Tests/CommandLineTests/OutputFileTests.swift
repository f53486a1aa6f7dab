import Foundation
import Testing

/// How files are written, on the real program.
@Suite struct OutputFileTests {
  /// Runs a command in a folder of its own that holds the fixtures; what is left there
  /// of a file in the making is a fault.
  static func run(_ text: String) throws -> ShellCommand.Result {
    try TestFolders.withScratchFolder { folder in
      let result = try ShellCommand(text: text, folder: folder).run()
      let names = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
      #expect(!names.contains { $0.contains(".entente-") }, "left: \(names)")
      return result
    }
  }

  /// Commands that write `target`, which may be there already.
  static let writers = [
    "entente convert suspects.yaml --to yaml -o", "entente convert suspects.yaml --to json -o",
    "entente merge --force suspects.yaml suspects.yaml -o", "entente new --force",
  ]

  @Test("a file is replaced as a whole and keeps its mode, and no other file is touched", arguments: writers)
  func replacing(writer: String) throws {
    let result = try Self.run(
      """
      echo mine > victim; echo mine > target.part; ln -s victim target.yaml.part
      echo old > target; chmod 640 target; \(writer) target || exit 9
      stat -c %a target; grep -cx old target; cat target.part victim
      umask 027; \(writer) fresh 2> /dev/null; stat -c %a fresh
      """)
    #expect(result.status == 0, "\(result.errors)")
    #expect(result.output == "640\n0\nmine\nmine\n640\n", "\(result.output)\(result.errors)")
  }

  @Test(
    "an answer never takes the place of a case that it is about",
    arguments: [
      "solve suspects.yaml --format html -o suspects.yaml", "solve suspects.yaml --json -o ./suspects.yaml",
      "check suspects.yaml --format markdown -o suspects.yaml", "solve suspects.yaml --json -o link.yaml",
      "compare chase.yaml suspects.yaml --format table -o suspects.yaml",
      "solve link.yaml --format html -o suspects.yaml",
    ])
  func ownCase(command: String) throws {
    let result = try Self.run(
      "ln -s suspects.yaml link.yaml; cp suspects.yaml before; entente \(command); echo $?; cmp before suspects.yaml"
    )
    #expect(result.output == "2\n" || result.output.contains("unwritable-file"), "\(result.output)")
    #expect((result.output + result.errors).contains("it is a case that the answer is about"))
    #expect(result.status == 0)
  }

  /// Files on which answers rest: a case with the text of a source and a case that it builds on, a
  /// case that builds on that, and other names for them.
  static let grounds = """
    mkdir sub; printf 'One.\\n' > memo.txt; printf 'Two.\\n' > sub/notes.txt
    printf 'entente: 1\\nsources: {m: {file: memo.txt}}\\nactors: {a: {options: {x: X}, prefers: [{that: x, because: m 1.1}]}}\\n' > harbor.yaml
    printf 'entente: 1\\nextends: harbor.yaml\\nsources: {n: {file: sub/notes.txt}}\\n' > over.yaml
    printf 'entente: 1\\nextends: over.yaml\\n' > third.yaml
    printf 'entente: 1\\nrulez: [x]\\nsources: {m: {file: memo.txt}}\\nactors: {a: {prefers: []}}\\n' > faulty.yaml
    printf 'entente: 1\\nextends: faulty.yaml\\n' > overfaulty.yaml
    printf 'entente: 1\\nextends: over.yaml\\nx: [\\n' > torn.yaml
    printf 'entente: 1\\nextends: [missing.yaml, harbor.yaml]\\n' > lost.yaml
    printf "entente: 1\\nrulez: [x]\\nsources: {m: {file: 'sub/it''s.txt'}}\\n" > quoted.yaml; printf 'Three.\\n' > "sub/it's.txt"
    printf 'entente: 1\\nextends: harbor.yaml\\nrules: [{never: a.x}, {always: a.x}]\\n' > unmet.yaml
    entente convert suspects.yaml --to gmcr -o river.gmcr 2> /dev/null
    ln -s harbor.yaml lnk.html; ln harbor.yaml hard.html; ln memo.txt sub/hard.md; ln -s .. sub/up

    """

  /// Commands that would write over what they use, and why they may not.
  static let overwriting = [
    ("solve harbor.yaml -o memo.txt", "a case names it as the text of a source"),
    ("solve harbor.yaml -o ./sub/../memo.txt", "a case names it as the text of a source"),
    ("solve harbor.yaml -o sub/hard.md", "a case names it as the text of a source"),
    ("solve third.yaml -o sub/notes.txt", "a case names it as the text of a source"),
    ("check harbor.yaml -o memo.txt", "a case names it as the text of a source"),
    ("check harbor.yaml --source m=sub/notes.txt -o sub/notes.txt", "the answer rests on it"),
    ("solve over.yaml -o harbor.yaml --format html", "the answer rests on it"),
    ("solve third.yaml -o harbor.yaml --json", "the answer rests on it"),
    ("solve over.yaml -o lnk.html", "the answer rests on it"),
    ("solve over.yaml -o hard.html", "the answer rests on it"),
    ("solve harbor.yaml -o hard.html", "it is a case that the answer is about"),
    ("solve over.yaml -o sub/up/harbor.yaml --format markdown", "the answer rests on it"),
    ("solve - -o harbor.yaml --format html < over.yaml", "the answer rests on it"),
    ("solve - -o harbor.yaml --format html < harbor.yaml", "the answer rests on it"),
    ("check . -o harbor.yaml --format json", "it is a case that the answer is about"),
    ("check . -o river.gmcr --format json", "it is a case that the answer is about"),
    ("merge harbor.yaml over.yaml --force -o memo.txt --format yaml", "a case names it as the text"),
    ("merge harbor.yaml over.yaml --force -o harbor.yaml", "it is a case that the answer is about"),
    ("merge over.yaml third.yaml --force -o harbor.yaml", "the answer rests on it"),
    ("merge over.yaml third.yaml --base harbor.yaml --force -o hard.html --format yaml", "it is a case"),
    ("check faulty.yaml -o memo.txt --format json", "a case could not be read"),
    ("check overfaulty.yaml -o memo.txt --format json", "a case could not be read"),
    ("check torn.yaml -o over.yaml --format json", "a case could not be read"),
    ("check torn.yaml -o memo.txt", "a case could not be read"),
    ("check torn.yaml -o sub/notes.txt", "a case could not be read"),
    ("check - -o over.yaml --format json < torn.yaml", "a case could not be read"),
    ("check lost.yaml -o memo.txt", "a case could not be read"),
    ("check quoted.yaml -o \"sub/it's.txt\"", "a case could not be read"),
    ("check faulty.yaml --source m=sub/notes.txt -o sub/notes.txt", "the answer rests on it"),
    ("check unmet.yaml --source m=sub/notes.txt -o sub/notes.txt", "the answer rests on it"),
    ("convert over.yaml --to dot -o harbor.yaml", "the answer rests on it"),
    ("convert over.yaml --to json -o memo.txt", "a case names it as the text of a source"),
    ("convert harbor.yaml --to csv -o harbor.yaml", "it is a case that the answer is about"),
    ("convert harbor.yaml --to yaml -o hard.html", "it is a case that the answer is about"),
    ("convert river.gmcr --to yaml -o river.gmcr", "it is a case that the answer is about"),
    ("new harbor.yaml --from over.yaml --force", "the answer rests on it"),
    ("new harbor.yaml --from harbor.yaml --force", "it is a case that the answer is about"),
    ("new memo.txt --from over.yaml --force", "a case names it as the text of a source"),
  ]

  @Test("an answer never takes the place of what it rests on", arguments: overwriting)
  func grounds(command: String, reason: String) throws {
    let result = try Self.run(
      Self.grounds + """
        sums() { cksum memo.txt sub/* *.yaml river.gmcr *.html; }
        before=$(sums); entente \(command) > said 2>&1; echo $?; test "$(sums)" = "$before" && echo same
        tr -s ' \n' ' ' < said | grep -F unwritable-file | grep -cF '\(reason)'
        """)
    #expect(result.output == "2\nsame\n1\n", "\(command): \(result.output)\(result.errors)")
  }

  @Test("what no answer rests on is replaced, also where it stands beside a case")
  func besides() throws {
    let result = try Self.run(
      Self.grounds + """
        echo old > old.html; cp memo.txt copy.txt; ln -s old.html way.html
        entente solve over.yaml -o old.html; echo $?; entente solve over.yaml -o copy.txt; echo $?
        entente solve over.yaml -o way.html; echo $?; entente solve suspects.yaml -o harbor.yaml --json; echo $?
        entente merge suspects.yaml suspects.yaml -o over.yaml --force 2> /dev/null; echo $?
        """)
    #expect(result.output == "0\n0\n0\n0\n0\n", "\(result.output)\(result.errors)")
  }

  @Test("an earlier answer is replaced also where a case could not be read, and nothing else that has words")
  func earlier() throws {
    let result = try Self.run(
      Self.grounds + """
        for name in a.html a.json; do
          entente check harbor.yaml -o $name; echo $?; entente check torn.yaml -o $name; echo $?
          entente check torn.yaml -o $name; echo $?; grep -c torn.yaml $name > /dev/null && echo new
        done
        : > empty.txt; entente check torn.yaml -o empty.txt; echo $?; grep -c torn.yaml empty.txt > /dev/null && echo new
        entente check torn.yaml -o fresh.txt; echo $?
        echo '{"format": "notes"}' > b.json; entente check torn.yaml -o b.json > /dev/null 2>&1; cat b.json
        """)
    #expect(
      result.output == """
        0\n2\n2\nnew\n0\n2\n2\nnew\n2\nnew\n2\n{"format": "notes"}

        """, "\(result.output)\(result.errors)")
  }

  @Test("what a link leads to is replaced, and the link stays", arguments: writers)
  func links(writer: String) throws {
    let result = try Self.run(
      """
      mkdir deep; echo old > deep/target; chmod 600 deep/target
      ln -s deep/target one; ln -s "$PWD/one" two; \(writer) two || exit 9
      readlink one; test -L two && echo link; stat -c %a deep/target; grep -cx old deep/target
      ln -s deep/fresh gone; \(writer) gone && test -s deep/fresh && test -L gone && echo made
      ln -s nowhere/fresh lost; \(writer) lost; echo $?
      ln -s round round; \(writer) round; echo $?
      """)
    #expect(result.output == "deep/target\nlink\n600\n0\nmade\n2\n2\n", "\(result.output)\(result.errors)")
    #expect(result.errors.contains("there is no folder 'nowhere'"))
    #expect(result.errors.contains("Too many levels of symbolic links"))
  }

  @Test("devices and pipes are written to", arguments: writers)
  func devices(writer: String) throws {
    let result = try Self.run(
      """
      mkfifo pipe; cat pipe > got & \(writer) pipe || { kill $!; exit 9; }; wait; test -p pipe && test -s got && echo pipe
      \(writer) /dev/null && test -c /dev/null && echo null
      \(writer) /dev/full; echo $?
      echo first > log; \(writer) /dev/stdout >> log && head -1 log && test $(wc -l < log) -gt 2 && echo more
      \(writer) /dev/fd/3 3> log2 && test -s log2 && echo number
      \(writer) /dev/fd/9; echo $?
      """)
    #expect(result.output == "pipe\nnull\n2\nfirst\nmore\nnumber\n2\n", "\(result.output)\(result.errors)")
    #expect(result.errors.contains("'/dev/full': No space left on device"))
    #expect(result.errors.contains("'/dev/fd/9': Bad file descriptor"))
  }

  @Test("a new case takes no name that anything has")
  func newNames() throws {
    let result = try Self.run(
      """
      echo mine > file; ln -s nowhere dangling; ln -s file link; mkdir folder
      for name in file dangling link folder folder/ nowhere/x file/x ''; do entente new "$name"; echo $?; done
      cat file; test -e nowhere || echo nothing
      entente merge suspects.yaml suspects.yaml -o file; echo $?; cat file
      """)
    #expect(result.output == "2\n2\n2\n2\n2\n2\n2\n2\nmine\nnothing\n2\nmine\n", "\(result.output)")
    #expect(result.errors.components(separatedBy: "[file-exists]").count == 5, "\(result.errors)")
    for reason in [
      "'folder': it is a folder", "'folder/': it is a folder", "'nowhere/x': there is no folder 'nowhere'",
      "'file/x': Not a directory", "'': No such file or directory",
    ] {
      #expect(result.errors.contains("cannot write \(reason)"), "\(reason) in \(result.errors)")
    }
  }

  @Test("names of 255 bytes can be written and replaced, longer ones are refused with the reason")
  func longNames() throws {
    let name = String(repeating: "n", count: 250) + ".yaml"
    let result = try Self.run(
      """
      entente new \(name) 2> /dev/null && entente convert suspects.yaml -o \(name) && grep -c suspects \(name)
      entente new n\(name); echo $?
      """)
    #expect(result.output == "1\n2\n", "\(result.output)\(result.errors)")
    #expect(result.errors.contains("File name too long"))
  }

  @Test("what may not be written is not replaced, and the reason is said")
  func permissions() throws {
    let result = try Self.run(
      """
      test $(id -u) = 0 && exit 77
      echo mine > file; chmod 400 file; entente convert suspects.yaml --to yaml -o file; echo $?; cat file
      mkdir folder; chmod 500 folder; entente new folder/x; echo $?
      mkdir blind; chmod 300 blind; entente new blind/x 2> /dev/null; echo $?; chmod 700 blind folder
      """)
    // Nothing is forbidden to root.
    if result.status == 77 { return }
    #expect(result.output == "2\nmine\n2\n0\n", "\(result.output)")
    #expect(result.errors.contains("cannot write 'file': Permission denied"))
    #expect(result.errors.contains("no file can be made in the folder 'folder': Permission denied"))
  }

  @Test("many programs write one file at the same time, and it is one of theirs")
  func raceOfWriters() throws {
    let result = try Self.run(
      """
      entente convert suspects.yaml --to yaml > one; entente convert harbour.yaml --to yaml > other
      for run in 1 2 3 4 5 6; do echo suspects harbour; done | xargs -n 1 echo | xargs -P 12 -I NAME \
        sh -c 'entente convert NAME.yaml --to yaml -o target || echo failed'
      cmp -s target one || cmp -s target other || echo mixed
      """)
    #expect(result.output.isEmpty && result.errors.isEmpty, "\(result.output)\(result.errors)")
  }

  @Test("of many that make a new file at the same time, one does")
  func raceOfNew() throws {
    let result = try Self.run(
      """
      seq 10 | xargs -P 10 -I RUN sh -c 'entente new fresh 2>> said; echo $?'; entente check fresh
      grep -c file-exists said; grep -c Wrote said
      """)
    let lines = result.output.split(separator: "\n")
    #expect(lines.filter { $0 == "0" }.count == 1 && lines.filter { $0 == "2" }.count == 9, "\(lines)")
    #expect(lines.suffix(3) == ["ok    fresh", "9", "1"])
  }

  /// Whose answer in JSON takes a while to write: eleven free options.
  static let long: String = {
    let options = (0..<11).map { "o\($0): O" }.joined(separator: ", ")
    return "entente: 1\nactors: {a: {options: {\(options)}, prefers: [o1, o2]}}\n"
  }()

  @Test(
    "no signal leaves anything behind, nor takes what was there",
    arguments: [("INT", 130), ("TERM", 143), ("HUP", 129), ("QUIT", 131)])
  func signals(signal: String, status: Int) throws {
    let result = try Self.run(
      """
      echo '\(Self.long)' > long.yaml; echo old > target
      # A shell has those that it starts in the background ignore some signals.
      perl -e '$SIG{INT} = $SIG{QUIT} = "DEFAULT"; exec @ARGV' entente convert long.yaml --to json -o target & pid=$!
      until ls -A | grep -q '^.entente-'; do sleep 0.02; done
      kill -\(signal) $pid; wait $pid; echo $?; cat target
      """)
    #expect(result.output == "\(status)\nold\n", "\(result.output)\(result.errors)")
  }

  @Test("a second Ctrl-C leaves nothing behind either")
  func twice() throws {
    let result = try Self.run(
      """
      echo '\(Self.long)' > long.yaml; echo old > target
      entente convert long.yaml --to json -o target 2> /dev/null & pid=$!
      until ls -A | grep -q '^.entente-'; do sleep 0.02; done
      kill -INT $pid; kill -TERM $pid; wait $pid; echo $?; cat target
      """)
    #expect(
      result.output == "130\nold\n" || result.output == "143\nold\n", "\(result.output)\(result.errors)")
  }

  @Test("what was to outlive its terminal does")
  func nohup() throws {
    let result = try Self.run(
      """
      echo '\(Self.long)' > long.yaml
      nohup entente convert long.yaml --to json -o target 2> /dev/null & pid=$!
      until ls -A | grep -q '^.entente-'; do sleep 0.02; done
      kill -HUP $pid; wait $pid; echo $?; tail -c 2 target
      """)
    #expect(result.output == "0\n}\n", "\(result.output)\(result.errors)")
  }

  @Test("a file that the shell allows no more of is not half written")
  func fileSize() throws {
    let result = try Self.run(
      """
      echo '\(Self.long)' > long.yaml; echo old > target; ulimit -f 64
      entente convert long.yaml --to json -o target; echo $?; cat target
      entente convert long.yaml --to json > printed; echo $?
      """)
    #expect(result.output == "153\nold\n153\n", "\(result.output)\(result.errors)")
    #expect(result.errors.contains("cannot write 'target': File too large"))
    #expect(result.errors.contains("cannot write standard output: File too large"))
  }

  @Test("a stream that was closed from the start is an error, and no file takes its place")
  func closedStreams() throws {
    for command in ["solve suspects.yaml", "schema", "solve suspects.yaml --json", "--help", "new -"] {
      let result = try Self.run("entente \(command) >&-")
      #expect(result.status == 2, "\(command)")
      #expect(result.errors == "error: cannot write standard output: Bad file descriptor [unwritable-file]\n")
    }
    let written = try Self.run(
      "entente convert suspects.yaml --to yaml -o target <&- >&- 2>&- && entente check target")
    #expect(written.status == 0 && written.output.hasPrefix("ok    target"), "\(written)")
    let input = try Self.run("entente solve - <&-")
    #expect(input.status == 2 && input.errors.contains("cannot read standard input: bad file descriptor"))
    let silent = try Self.run("entente solve nothing.yaml 2>&-")
    #expect(silent.status == 2 && silent.output.isEmpty)
  }

  @Test("names that are not UTF-8 are read, written and shown")
  func bytesInNames() throws {
    let result = try Self.run(
      #"""
      name=$(printf 'caf\351'); mkdir "$name"; cd "$name"
      entente new "$name.yaml"; entente new "$name.yaml" --force; entente new "$name.yaml"; echo $?
      entente new 'a\xE9.yaml'; entente new 'b\c.yaml'; cd ..
      entente check "$name"; entente check "$name/$name.yaml" --json | grep -o '"path": "[^"]*"'
      entente check "$name/"'a\xE9.yaml' --json | grep -o '"path": "[^"]*"'
      printf 'One.\n' > "$name/memo.txt"
      printf 'entente: 1\nsources: {m: {file: memo.txt}}\nactors: {a: {options: {x: X}, prefers: [{that: x, because: m 1.1}]}}\n' > "$name/cited.yaml"
      entente convert "$name/cited.yaml" --to yaml -o moved.yaml && grep file moved.yaml && entente check moved.yaml
      entente check moved.yaml --source m="$name/memo.txt"; entente solve "$name/nothing" ; printf 'x\n' > "$name/long"; entente cite "$name/long"
      """#)
    #expect(
      result.output == #"""
        2
        3 files, 0 expectations; nothing is wrong.

        ok    caf\xE9/a\x5CxE9.yaml
        ok    caf\xE9/b\c.yaml
        ok    caf\xE9/caf\xE9.yaml
        "path": "caf\udbff\udee9/caf\udbff\udee9.yaml"
        "path": "caf\udbff\udee9/a\udbff\ude5cxE9.yaml"
            file: "caf\U0010fee9/memo.txt"
        ok    moved.yaml  1 citation verified
        ok    moved.yaml  1 citation verified
        1.1  #2d711642b726  x

        """#, "\(result.output)\n\(result.errors)")
    #expect(result.errors.contains(#"Wrote caf\xE9.yaml. Next: entente check caf\xE9.yaml"#))
    #expect(result.errors.contains(#"'caf\xE9.yaml' exists already"#))
    #expect(result.errors.contains(#"cannot read 'caf\xE9/nothing': there is no such file"#))
  }
}
