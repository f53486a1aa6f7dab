// Lists what `import Entente` shows, from the symbol graphs in a folder: by module, sorted, a
// declaration to a line. The first line counts the types.
import Foundation

@main struct ListAPI {
  /// What the listing needs of a symbol graph.
  struct Graph: Decodable {
    struct Symbol: Decodable {
      struct Kind: Decodable { var identifier: String }
      struct Identifier: Decodable { var precise: String }
      struct Fragment: Decodable { var spelling: String }
      var kind: Kind
      var identifier: Identifier
      var pathComponents: [String]
      var declarationFragments: [Fragment]?
      var accessLevel: String
    }
    var symbols: [Symbol]
  }

  static let types: Set = [
    "swift.struct", "swift.enum", "swift.class", "swift.protocol", "swift.typealias", "swift.actor",
  ]

  static func main() throws {
    let (folder, modules) = (CommandLine.arguments[1], CommandLine.arguments.dropFirst(2))
    var (text, count) = ("", 0)
    for module in modules {
      let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter {
        $0 == "\(module).symbols.json" || $0.hasPrefix("\(module)@")
      }
      var lines: Set<String> = []
      for name in names {
        let data = try Data(contentsOf: URL(filePath: "\(folder)/\(name)"))
        for symbol in try JSONDecoder().decode(Graph.self, from: data).symbols {
          if symbol.identifier.precise.contains("::SYNTHESIZED::") { continue }
          if types.contains(symbol.kind.identifier), lines.insert(line(symbol)).inserted { count += 1 }
          lines.insert(line(symbol))
        }
      }
      if lines.isEmpty { continue }
      text += "\n\(module)\n\n" + lines.sorted().map { "  \($0)\n" }.joined()
    }
    print("What 'import Entente' shows: \(count) types. 'make api' writes this list.")
    print(text, terminator: "")
  }

  /// `Case.written(as:): func written(as form: CaseForm) …`
  private static func line(_ symbol: Graph.Symbol) -> String {
    let declaration = (symbol.declarationFragments ?? []).map(\.spelling).joined()
      .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return symbol.pathComponents.joined(separator: ".") + ": " + declaration
  }
}
