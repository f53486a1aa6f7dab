import CaseFile
import Notation
import Briefings
import Testing

@Suite("JSON text")
struct JSONValueTests {
  @Test("escapes what JSON cannot hold and keeps the rest as UTF-8")
  func escapes() {
    let value: JSONValue = .string("a\"b\\c\nd\te\u{1}f\u{7F}é漢😀")
    #expect(value.text(pretty: false) == #""a\"b\\c\nd\te\u0001f\u007fé漢😀""#)
  }

  @Test("writes numbers without loss, and none that JSON has not")
  func numbers() {
    #expect(JSONValue.number(0.01).text(pretty: false) == "0.01")
    #expect(JSONValue.number(3).text(pretty: false) == "3")
    #expect(JSONValue.number(.infinity).text(pretty: false) == "null")
    #expect(JSONValue.integer(Int.min).text(pretty: false) == "-9223372036854775808")
  }

  @Test("keeps the order of members, compact and pretty")
  func order() {
    let value: JSONValue = ["b": 1, "a": [1, 2, 3], "c": ["x": [], "y": [:], "z": nil, "w": true]]
    #expect(value.text(pretty: false) == #"{"b":1,"a":[1,2,3],"c":{"x":[],"y":{},"z":null,"w":true}}"#)
    #expect(
      value.text(pretty: true) == """
        {
          "b": 1,
          "a": [1, 2, 3],
          "c": {"x": [], "y": {}, "z": null, "w": true}
        }
        """)
  }

  @Test("breaks long lists of numbers into full lines")
  func longLists() {
    let value: JSONValue = ["numbers": JSONValue(Array(100..<160))]
    let lines = value.text(pretty: true).split(separator: "\n").map(String.init)
    #expect(lines.dropFirst(2).dropLast(3).allSatisfy { (120...132).contains($0.count) })
    #expect(lines[2].hasPrefix("    100, 101,"))
    let numbers = lines.dropFirst(2).joined().split { !$0.isNumber }.compactMap { Int($0) }
    #expect(numbers == Array(100..<160))
  }

  @Test("an error document has every key, null where there is no place")
  func errors() {
    let place = Place(file: "a.yaml", line: 3, column: 18)
    let diagnostics = [
      Diagnostic(.unknownName, "no option is called 'withdrew'", at: place, hint: "did you mean 'withdraw'?"),
      Diagnostic(.unknownArgument, "no event is called 'x'", at: .none, severity: .warning),
    ]
    #expect(
      ErrorReport.json(diagnostics).text(pretty: false) == """
        {"format":"entente.error","version":1,"errors":[\
        {"code":"unknown-name","severity":"error","message":"no option is called 'withdrew'",\
        "file":"a.yaml","line":3,"column":18,"hint":"did you mean 'withdraw'?"},\
        {"code":"unknown-argument","severity":"warning","message":"no event is called 'x'",\
        "file":null,"line":null,"column":null,"hint":null}]}
        """)
  }
}
