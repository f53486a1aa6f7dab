/// A strategic-form game, read as the format is documented, for tests.
struct GambitGame {
  var title = ""
  var players: [String] = []
  var strategies: [[String]] = []
  var outcomes: [(label: String, payoffs: [Int])] = []
  /// For each profile the index of its outcome, the first player's strategy fastest.
  var profiles: [Int] = []

  struct Fault: Error {
    var message: String
  }

  init(_ text: String) throws {
    var tokens = try Self.tokens(text)[...]
    func take(_ due: String? = nil) throws -> String {
      guard let token = tokens.popFirst() else { throw Fault(message: "the text ends") }
      if let due, token != due { throw Fault(message: "\(due) is due, not \(token)") }
      return token
    }
    func label() throws -> String {
      let token = try take()
      guard token.hasPrefix("\"") else { throw Fault(message: "a label is due, not \(token)") }
      return String(token.dropFirst())
    }
    func labels() throws -> [String] {
      var labels: [String] = []
      _ = try take("{")
      while tokens.first != "}" { labels.append(try label()) }
      _ = try take("}")
      return labels
    }
    for word in ["NFG", "1", "R"] { _ = try take(word) }
    title = try label()
    players = try labels()
    _ = try take("{")
    for _ in players { strategies.append(try labels()) }
    _ = try take("}")
    if tokens.first?.hasPrefix("\"") == true { _ = try label() }
    _ = try take("{")
    while tokens.first == "{" {
      _ = try take("{")
      let name = try label()
      var payoffs: [Int] = []
      for _ in players {
        guard let payoff = Int(try take()) else { throw Fault(message: "a payoff is due") }
        payoffs.append(payoff)
        if tokens.first == "," { _ = try take(",") }
      }
      _ = try take("}")
      outcomes.append((name, payoffs))
    }
    _ = try take("}")
    while !tokens.isEmpty {
      guard let outcome = Int(try take()), outcome >= 1, outcome <= outcomes.count else {
        throw Fault(message: "the number of an outcome is due")
      }
      profiles.append(outcome - 1)
    }
    let count = strategies.reduce(1) { $0 * $1.count }
    guard profiles.count == count else {
      throw Fault(message: "there are \(profiles.count) of \(count) profiles")
    }
    for labels in strategies + [players, outcomes.map(\.label), [title]] {
      guard Set(labels).count == labels.count else { throw Fault(message: "a label stands twice") }
      // As newer versions of the program demand of labels.
      for label in labels {
        let words = label.split(separator: " ", omittingEmptySubsequences: false)
        let isClean = label.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
        guard isClean, !words.contains("") else { throw Fault(message: "'\(label)' is no label") }
      }
    }
  }

  /// The profiles from which no player gains by another strategy of its own.
  var pureNash: [Int] {
    profiles.indices.filter { profile in
      var stride = 1
      for (player, own) in strategies.enumerated() {
        let first = profile - profile / stride % own.count * stride
        let here = outcomes[profiles[profile]].payoffs[player]
        for other in own.indices where outcomes[profiles[first + other * stride]].payoffs[player] > here {
          return false
        }
        stride *= own.count
      }
      return true
    }
  }

  /// Labels keep a leading quote, so that they differ from words.
  private static func tokens(_ text: String) throws -> [String] {
    var tokens: [String] = []
    var rest = text.unicodeScalars[...]
    while let next = rest.first {
      if next.properties.isWhitespace {
        rest.removeFirst()
      } else if next == "\"" {
        rest.removeFirst()
        var label = "\""
        while true {
          guard let scalar = rest.popFirst() else { throw Fault(message: "a label is not closed") }
          if scalar == "\"" { break }
          if scalar == "\\" {
            guard rest.popFirst() == "\"" else { throw Fault(message: "a backslash has no safe meaning") }
            label += "\""
          } else {
            label.unicodeScalars.append(scalar)
          }
        }
        tokens.append(label)
      } else if next == "{" || next == "}" || next == "," {
        tokens.append(String(next))
        rest.removeFirst()
      } else {
        let word = rest.prefix { !$0.properties.isWhitespace && !"{},\"".unicodeScalars.contains($0) }
        tokens.append(String(word))
        rest.removeFirst(word.count)
      }
    }
    return tokens
  }
}
