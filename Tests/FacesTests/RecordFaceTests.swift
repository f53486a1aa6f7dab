import EffectiveCounts
import Faces
import Notation
import TestSupport
import Testing

@Suite("The faces of records") struct RecordFaceTests {
  /// Everything that a field can hold.
  static let fields: [Record.Field] = [
    .init("number", .number), .init("code", .code), .init("pattern", .letters(no: "N", yes: "Y", count: 3)),
    .init("taken", .flags(["a.x", "a,y"])), .init("le\"vel", .choice(["low", "very, \"high\""])),
    .init("outcomes", .flags([])), .init("name", .text), .init("note", .missing),
  ]

  /// Two of them.
  static var sample: Records {
    Records(fields, count: 2) { take in
      var record = Record(fields)
      for (number, name) in [(0, nil), (UInt64.max, "two\r\nlines, \"so\"\u{202E}")] as [(UInt64, String?)] {
        record.begin()
        record.put(number)
        record.put(number)
        record.put(number == 0 ? 2 : .max)
        record.put(number == 0 ? 0 : 3)
        record.put(number == 0 ? 0 : 1)
        record.put(name)
        if !take(&record) { break }
      }
    }
  }

  static func text(_ write: (LineReader) -> Void) -> String {
    var text = ""
    write(
      LineReader { piece, _ in
        text += piece
        return true
      })
    return text
  }

  @Test("a table has a column for each field and each flag, quoted where it must be") func csv() {
    #expect(
      Self.text { CSVFace.write(Self.sample, to: $0) }
        == [
          "number,code,pattern,a.x,\"a,y\",\"le\"\"vel\",name,note", "0,0,NYN,0,0,low,,",
          "18446744073709551615,18446744073709551615,YYY,1,1,\"very, \"\"high\"\"\","
            + "\"two\r\nlines, \"\"so\"\"\u{202E}\",", "",
        ].joined(separator: "\r\n"))
  }

  @Test("lines are objects with lists of the flags that hold") func lines() {
    let largest = "18446744073709551615"
    #expect(
      Self.text { LinesFace.write(Self.sample, to: $0) } == #"""
        {"number":0,"code":"0","pattern":"NYN","taken":[],"le\"vel":"low","outcomes":[],"name":null,"note":null}
        {"number":\#(largest),"code":"\#(largest)","pattern":"YYY","taken":["a.x","a,y"],"le\"vel":"very, \"high\"",\#
        "outcomes":[],"name":"two\r\nlines, \"so\"\u202e","note":null}

        """#)
  }

  /// Records whose fields and values are drawn at random.
  static func random(seed: UInt64) -> Records {
    var random = SeededGenerator(seed: seed)
    let kinds: [Record.Kind] = (0..<Int.random(in: 1...6, using: &random)).map { _ in
      let count = [1, 2, 7, 8, 9, 63, 64, 65, 130].randomElement(using: &random)!
      switch Int.random(in: 0..<7, using: &random) {
      case 0: return .number
      case 1: return .code
      case 2: return .letters(no: "-", yes: "+", count: min(count, 64))
      case 3: return .choice((0..<count).map { "level \($0)" })
      case 4, 5: return .flags((0..<count).map { "f\($0)" })
      default: return .text
      }
    }
    let fields = kinds.enumerated().map { Record.Field("field \($0)", $1) }
    return Records(fields, count: 20) { take in
      var random = random
      var record = Record(fields)
      for _ in 0..<20 {
        record.begin()
        let density = Int.random(in: 0...3, using: &random)
        for kind in kinds {
          switch kind {
          case .choice(let texts): record.put(UInt64(texts.indices.randomElement(using: &random)!))
          case .flags(let names):
            for first in stride(from: 0, to: names.count, by: 64) {
              var bits: UInt64 = names.count - first >= 64 ? .max : 1 << UInt64(names.count - first) - 1
              for _ in 0..<density { bits &= UInt64.random(in: 0 ... .max, using: &random) }
              record.put(bits)
            }
          case .text:
            record.put(
              [nil, "", "é\n\"", "long and longer text of many words"].randomElement(using: &random)!)
          case .number, .code, .letters:
            record.put(
              UInt64.random(in: 0 ... .max, using: &random) >> UInt64.random(in: 1...63, using: &random))
          case .missing: break
          }
        }
        if !take(&record) { break }
      }
    }
  }

  @Test("lines and lists are those of the values", .effective(45), arguments: TestScale.seeds(60))
  func equalToValues(seed: UInt64) {
    let records = Self.random(seed: seed)
    let values = records.values
    let lines = Self.text { LinesFace.write(records, to: $0) }
    #expect(lines == values.map { $0.text(pretty: false) + "\n" }.joined())
    var lineCounts: Set<Int> = []
    for indent in [2, 40, 100] {
      var form = JSONRecordForm(records, indent: indent)
      var index = 0
      records.each { record in
        var bytes: [UInt8] = []
        form.write(&record, to: &bytes)
        lineCounts.insert(bytes.count { $0 == UInt8(ascii: "\n") })
        var writer = JSONWriter()
        writer.layOut(values[index], indent: indent)
        #expect(String(decoding: bytes, as: UTF8.self) == String(decoding: writer.bytes, as: UTF8.self))
        index += 1
        return true
      }
    }
    effective(when: lineCounts.count > 1)
  }

  @Test(
    "a table has as many cells in each line as in the first", .effective(30), arguments: TestScale.seeds(40))
  func columns(seed: UInt64) {
    let records = Self.random(seed: seed)
    let lines = Self.text { CSVFace.write(records, to: $0) }.split(separator: "\r\n")
    #expect(lines.count == 21)
    let counts = Set(lines.map { $0.count { $0 == "," } })
    #expect(counts.count == 1)
    effective(when: counts != [0])
  }

  @Test("lines end when nobody wants more, and when they should") func ends() {
    let fields = [Record.Field("n", .number)]
    let endless = Records(fields, count: .max) { take in
      var record = Record(fields)
      var number: UInt64 = 0
      repeat {
        number += 1
        record.begin()
        record.put(number)
      } while take(&record)
    }
    var sizes: [Int] = []
    var last = 0
    LinesFace.write(
      endless,
      to: LineReader { piece, done in
        sizes.append(piece.utf8.count)
        #expect(done > last)
        last = done
        return sizes.count < 3
      })
    #expect(sizes.count == 3 && sizes.allSatisfy { (65_536..<65_600).contains($0) })
    var asked = 0
    var text = ""
    CSVFace.write(
      endless,
      to: LineReader { piece, done in
        text += piece
        #expect(done == 64 * 5)
        return true
      } goesOn: {
        asked += 1
        return asked < 5
      })
    #expect(text.hasPrefix("n\r\n1\r\n2\r\n") && text.hasSuffix("\r\n320\r\n"))
  }
}
