import CaseFile
import ConflictModel
import Notation
import Stability
import Testing

@testable import Interchange

@Suite("Graphs")
struct GraphTests {
  // MARK: DOT

  /// The statements of a DOT text as lists of tokens, with strings read; throws
  /// where the text breaks the language's rules for what we use of it.
  struct DOTReader {
    struct Fault: Error { var message: String }
    var nodes: [String: [String: String]] = [:]
    var edges: [(from: String, to: String, attributes: [String: String])] = []

    init(_ text: String) throws {
      var tokens = try Self.tokens(text)[...]
      func take(_ due: String) throws {
        guard tokens.popFirst() == due else { throw Fault(message: "'\(due)' is due") }
      }
      try take("digraph")
      guard tokens.popFirst() != nil else { throw Fault(message: "a name is due") }
      try take("{")
      var depth = 1
      while depth > 0 {
        guard let first = tokens.popFirst() else { throw Fault(message: "a brace is not closed") }
        if first == "}" {
          depth -= 1
        } else if first == "subgraph" {
          _ = tokens.popFirst()
          try take("{")
          depth += 1
        } else if tokens.first == "=" {
          tokens.removeFirst(2)
          try take(";")
        } else {
          var target: String?
          if tokens.first == "->" {
            tokens.removeFirst()
            target = tokens.popFirst()
          }
          try take("[")
          var attributes: [String: String] = [:]
          while tokens.first != "]" {
            guard let key = tokens.popFirst() else { throw Fault(message: "an attribute is due") }
            try take("=")
            attributes[key] = tokens.popFirst()
            if tokens.first == "," { tokens.removeFirst() }
          }
          try take("]")
          try take(";")
          if let target { edges.append((first, target, attributes)) } else { nodes[first] = attributes }
        }
      }
      guard tokens.isEmpty else { throw Fault(message: "something follows the graph") }
    }

    private static func tokens(_ text: String) throws -> [String] {
      var tokens: [String] = []
      var rest = text.unicodeScalars[...]
      func isWord(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isAlphabetic || scalar == "_" || scalar == "." || ("0"..."9").contains(scalar)
      }
      while let next = rest.first {
        if next == " " || next == "\n" {
          rest.removeFirst()
        } else if next == "\"" {
          rest.removeFirst()
          var string = ""
          while true {
            guard let scalar = rest.popFirst() else { throw Fault(message: "a string is not closed") }
            if scalar == "\"" { break }
            guard scalar == "\\" else {
              string.unicodeScalars.append(scalar)
              continue
            }
            switch rest.popFirst() {
            case "n": string += "\n"
            case "\\": string += "\\"
            case "\"": string += "\""
            default: throw Fault(message: "an escape that Graphviz reads otherwise")
            }
          }
          tokens.append(string.replacing("&amp;", with: "&"))
        } else if rest.starts(with: "->".unicodeScalars) {
          tokens.append("->")
          rest.removeFirst(2)
        } else if "{}[]=,;".unicodeScalars.contains(next) {
          tokens.append(String(next))
          rest.removeFirst()
        } else {
          let word = rest.prefix { isWord($0) }
          if word.isEmpty { throw Fault(message: "'\(next)' has no place in a graph") }
          tokens.append(String(word))
          rest.removeFirst(word.count)
        }
      }
      return tokens
    }
  }

  @Test("a DOT graph has the states, the moves, and what is special about them")
  func dot() throws {
    let value = try awkwardCase()
    let table = try solvedTable(value)
    let graph = try DOTReader(DOTGraph.write(table))
    let solution = value.conflict.solve()
    #expect(graph.nodes["graph"]?["label"] == "A \"title\", with <marks> & \\n, {braces} \nand lines")
    #expect(graph.nodes["actor1"]?["label"] == "North & \"sons\" <ltd>; \\ 1")
    for position in solution.states.indices {
      let node = try #require(graph.nodes["s\(position + 1)"])
      let concepts = solution.concepts.filter { solution.isEquilibrium($0, position: position) }
      #expect((node["fillcolor"] != nil) == !concepts.isEmpty)
      #expect((node["peripheries"] == "2") == (position == 0))
      let lines = (node["label"] ?? "").split(separator: "\n").map { String($0) }
      // People read what is so there; what programs call it is seen by whoever points at it.
      #expect(node["tooltip"] == "\(position + 1): \(value.pattern(of: solution.states[position]))")
      #expect(!lines.contains("\(position + 1)"))
      #expect(lines.contains("Calm, \"at last\" & <so>\\") == !solution.states[position].takes(0))
      #expect(concepts.isEmpty || lines.last == concepts.map(\.rawValue).joined(separator: " "))
    }
    let labels = solution.states.indices.map { graph.nodes["s\($0 + 1)"]?["label"] ?? "" }
    #expect(Set(labels).count == labels.count, "\(labels)")
    let colors = graph.nodes["actor1"]!["fontcolor"]! + " " + graph.nodes["actor2"]!["fontcolor"]!
    #expect(Set(colors.split(separator: " ")).count == 2)
    var expected: [String] = []
    for actor in 0..<2 {
      for from in solution.states.indices {
        for to in solution.moves(of: actor, from: from) {
          let isBold = solution.improvements(of: actor, from: from).contains(to)
          expected.append(
            "s\(from + 1) s\(to + 1) \(graph.nodes["actor\(actor + 1)"]!["fontcolor"]!) \(isBold)")
        }
      }
    }
    #expect(
      graph.edges.map { "\($0.from) \($0.to) \($0.attributes["color"]!) \($0.attributes["style"] == "bold")" }
        == expected)
    let few = try DOTReader(DOTGraph.write(table, improvementsOnly: true))
    #expect(few.edges.count == expected.filter { $0.hasSuffix("true") }.count)
  }

  @Test("graph form is drawn with its ids and names")
  func dotOfGraphForm() throws {
    let table = try solvedTable(Case(CaseDocument(parsing: graphText)))
    let graph = try DOTReader(DOTGraph.write(table))
    #expect(graph.nodes["s1"]?["label"]?.hasPrefix("One, \"first\"") == true)
    #expect(graph.nodes["s1"]?["tooltip"] == "1: s1")
    #expect(graph.edges.map { $0.from + $0.to } == ["s1s2", "s2s3", "s3s1"])
  }

  @Test("a state is called by what differs from the status quo, whose it is, and at which level")
  func words() throws {
    let text = """
      entente: 1
      actors:
        a: {name: East, options: {x: {name: Strike, short: Hit}, l: {name: Duty, levels: {low: Low, mid: Mid, high: High}}}, prefers: [x]}
        b: {name: West, options: {x: Strike, y: Sue, z: Wait, u: Up, v: Veer, w: Walk}, prefers: [x]}
      """
    let taken = "status_quo: [a.x, a.l = mid]\n"
    func label(_ code: [String], _ more: String) throws -> [String] {
      let value = try Case(CaseDocument(parsing: text + "\n" + more))
      let table = try StateTable(value)
      let position = try #require(
        table.states.indices.first { position in
          let state = table.states[position]
          return value.conflict.options.indices.allSatisfy {
            state.takes($0) == code.contains(value.conflict.options[$0].id)
          }
        })
      return table.words(of: position)
    }
    let levels = try Case(CaseDocument(parsing: text)).conflict.levelOptions[0]
    let ids = try Case(CaseDocument(parsing: text)).conflict.options.map(\.id)
    let (mid, high) = (ids[levels.firstOption], ids[levels.firstOption + 1])
    #expect(try label(["a.x", mid], taken) == ["the status quo"])
    #expect(try label([mid, high, "b.x"], taken) == ["− Hit (East)", "Duty ↦ High", "+ Strike (West)"])
    #expect(try label(["a.x"], taken) == ["Duty ↦ Low"])
    #expect(try label([], "") == ["nothing is taken"])
    #expect(try label(["b.y"], "") == ["+ Sue"])
    // Six are told; one more is told as well, where “and 1 more” would be as long.
    let many = try label(["b.x", "b.y", "b.z", "b.u", "b.v", "b.w"], taken)
    #expect(many.count == 7 && many.last == "and 2 more", "\(many)")
  }

  @Test("of many states, those are drawn that last or can be reached, with the improvements among them")
  func dotOfMany() throws {
    func text(_ wishes: [String]) -> String {
      let actors = wishes.enumerated().map { "a\($0): {options: {x: X}, prefers: \($1)}" }
      return "entente: 1\nactors: {\(actors.joined(separator: ", "))}\nstatus_quo: []\n"
    }
    let wishes = ["[x]", "[x]", "[x]", "[x]", "[not x]", "[not x]"]
    let table = try solvedTable(Case(CaseDocument(parsing: text(wishes))))
    #expect(table.states.count == 64)
    let graph = try DOTReader(DOTGraph.write(table))
    // Four take their option, one after the other; two never do, and what lasts is among all that.
    for position in table.states.indices {
      let isReached = !table.states[position].takes(4) && !table.states[position].takes(5)
      #expect((graph.nodes["s\(position + 1)"] != nil) == isReached, "\(position)")
    }
    #expect(graph.edges.count == 4 * 8)
    #expect(graph.edges.allSatisfy { $0.attributes["style"] == "bold" })
    // Where all of many states last, nobody could follow the picture.
    let many = try solvedTable(
      Case(CaseDocument(parsing: text([String](repeating: "indifferent", count: 7)))))
    let refusal = #expect(throws: CaseError.self) { try DOTGraph.write(many) }
    guard case .wrong(let error)? = refusal else {
      Issue.record("not refused")
      return
    }
    #expect(error.diagnostics.map { $0.code } == [.exportTooLarge])
    #expect(error.diagnostics[0].message.contains("128 states"))
  }

  // MARK: GraphML

  /// The elements of an XML text in order; throws where it is not well-formed.
  struct XMLReader {
    struct Fault: Error { var message: String }
    struct Element {
      var name: String
      var attributes: [String: String]
      var text = ""
      var parent: Int?
    }
    var elements: [Element] = []

    init(_ text: String) throws {
      var rest = text[...]
      let header = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      guard rest.hasPrefix(header) else { throw Fault(message: "no declaration") }
      rest.removeFirst(header.count)
      var open: [Int] = []
      while let next = rest.first {
        if next != "<" {
          let content = rest.prefix { $0 != "<" }
          if let last = open.last {
            elements[last].text += try Self.unescaped(content)
          } else if content.contains(where: { !$0.isWhitespace }) {
            throw Fault(message: "text outside the root")
          }
          rest.removeFirst(content.count)
          continue
        }
        guard let end = rest.firstIndex(of: ">") else { throw Fault(message: "a tag is not closed") }
        var tag = rest[rest.index(after: rest.startIndex)..<end]
        rest = rest[rest.index(after: end)...]
        if tag.hasPrefix("/") {
          guard let last = open.popLast(), elements[last].name == tag.dropFirst() else {
            throw Fault(message: "</\(tag)> closes nothing")
          }
          continue
        }
        let isEmpty = tag.hasSuffix("/")
        if isEmpty { tag.removeLast() }
        let name = tag.prefix { $0 != " " }
        var attributes: [String: String] = [:]
        var parts = tag.dropFirst(name.count)
        while let start = parts.firstIndex(where: { $0 != " " }) {
          parts = parts[start...]
          let key = parts.prefix { $0 != "=" }
          parts = parts.dropFirst(key.count)
          guard parts.hasPrefix("=\"") else {
            throw Fault(message: "an attribute without a value in <\(tag)>")
          }
          parts = parts.dropFirst(2)
          let value = parts.prefix { $0 != "\"" }
          guard attributes.updateValue(try Self.unescaped(value), forKey: String(key)) == nil else {
            throw Fault(message: "an attribute stands twice")
          }
          parts = parts.dropFirst(value.count + 1)
        }
        elements.append(Element(name: String(name), attributes: attributes, parent: open.last))
        if !isEmpty { open.append(elements.count - 1) }
      }
      guard open.isEmpty else { throw Fault(message: "an element is not closed") }
    }

    private static func unescaped(_ text: Substring) throws -> String {
      var result = ""
      var rest = text.unicodeScalars[...]
      while let scalar = rest.popFirst() {
        guard scalar != "<", scalar.value >= 0x20 || scalar == "\n" else {
          throw Fault(message: "a raw control")
        }
        guard scalar == "&" else {
          result.unicodeScalars.append(scalar)
          continue
        }
        let name = rest.prefix { $0 != ";" }
        rest.removeFirst(name.count + 1)
        let known = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "#9": "\t", "#10": "\n", "#13": "\r"]
        guard let text = known[String(name)] else { throw Fault(message: "&\(name); is unknown") }
        result += text
      }
      return result
    }
  }

  @Test("GraphML is well-formed, its keys are typed, and it has every state and move")
  func graphML() throws {
    let value = try awkwardCase()
    let table = try solvedTable(value)
    let xml = try XMLReader(GraphML.write(table))
    let keys = xml.elements.filter { $0.name == "key" }
    let types = Dictionary(uniqueKeysWithValues: keys.map { ($0.attributes["id"]!, $0.attributes) })
    #expect(types.count == keys.count)
    for element in xml.elements where element.name == "data" {
      let key = try #require(types[element.attributes["key"]!])
      #expect(key["for"] == xml.elements[element.parent!].name)
      switch key["attr.type"] {
      case "int": #expect(Int(element.text) != nil)
      case "boolean": #expect(["true", "false"].contains(element.text))
      case "string": break
      default: Issue.record("an unknown type")
      }
    }
    let solution = value.conflict.solve()
    func column(_ name: String) -> [String] {
      let id = keys.first { $0.attributes["attr.name"] == name }!.attributes["id"]!
      return xml.elements.filter { $0.name == "data" && $0.attributes["key"] == id }.map(\.text)
    }
    #expect(column("number") == solution.states.indices.map { "\($0 + 1)" })
    #expect(column("pattern") == solution.states.map { value.pattern(of: $0) })
    #expect(column("north.press") == solution.states.map { "\($0.takes(0))" })
    #expect(column("name")[0] == "Calm, \"at last\" & <so>\\")
    #expect(column("rank:south") == ["1", "4", "3", "6", "2", "5"])
    for concept in solution.concepts {
      #expect(
        column(concept.rawValue)
          == solution.states.indices.map { "\(solution.isEquilibrium(concept, position: $0))" })
    }
    #expect(
      xml.elements.first { $0.name == "desc" }?.text
        == "A \"title\", with <marks> & \\n, {braces}\u{FFFD}\nand lines")
    let edges = xml.elements.filter { $0.name == "edge" }
    let moves = try CSVTests.records(CSVTables.moves(table)).dropFirst()
    #expect(edges.map { $0.attributes["source"]! } == moves.map { "s" + $0[1] })
    #expect(edges.map { $0.attributes["target"]! } == moves.map { "s" + $0[2] })
    #expect(column("actor") == moves.map { $0[0] })
    #expect(column("improvement") == moves.map { $0[3] == "yes" ? "true" : "false" })
    #expect(xml.elements[0].attributes["xmlns"] == "http://graphml.graphdrawing.org/xmlns")
  }

  @Test("graph form has ids in place of patterns")
  func graphMLOfGraphForm() throws {
    let xml = try XMLReader(GraphML.write(solvedTable(Case(CaseDocument(parsing: graphText)))))
    let names = xml.elements.filter { $0.name == "key" }.map { $0.attributes["attr.name"]! }
    #expect(names.contains("id") && !names.contains("pattern") && !names.contains("sim"))
  }
}
