package import ConflictModel
internal import Documents
package import Notation

extension Concept {
  /// What the concept means, in a sentence for readers who have never heard of
  /// it. It may refer to a concept that is explained beside it, one of `others`.
  func gloss(beside others: [Concept]) -> String {
    let second = "and the one who moved first cannot mend that by a second move"
    switch self {
    case .nash:
      return "nobody can gain by a move of its own, whatever might follow."
    case .gmr:
      return Self.fear + "the others can answer, at whatever cost to themselves, " + Self.result + "."
    case .smr:
      return others.contains(.gmr)
        ? "as gmr, \(second)."
        : Self.fear + "the others can answer, at whatever cost to themselves, \(Self.result), \(second)."
    case .seq:
      return Self.fear + "the others, each step to its own advantage, would answer " + Self.result + "."
    case .sseq:
      return others.contains(.seq)
        ? "as seq, \(second)."
        : Self.fear + "the others, each step to its own advantage, would answer \(Self.result), \(second)."
    case .sim:
      return Self.fear + "others take gains of their own at the same moment, " + Self.result + "."
    }
  }

  private static let fear = "whoever could gain must fear that "
  private static let result = "so that it ends up no better off than before"

  /// The same in a few words, each concept by itself, without a full stop.
  var brief: String {
    switch self {
    case .nash: "nobody can gain by a move of its own"
    case .gmr: "whoever could gain must fear an answer at any cost to those who give it"
    case .smr: "whoever could gain must fear an answer at any cost, and cannot mend that"
    case .seq: "whoever could gain must fear an answer that helps those who give it"
    case .sseq: "whoever could gain must fear an answer that helps those who give it, and cannot mend that"
    case .sim: "whoever could gain must fear gains that others take at the same moment"
    }
  }

  /// What keeps one actor where it is, for an explanation of one verdict.
  var personalGloss: String {
    switch self {
    case .nash:
      "an actor stays only where no move of its own makes it better off."
    case .gmr:
      "an actor stays if, after each move that would make it better off, the others could answer with moves that leave it no better off than before, even where that hurts themselves."
    case .smr:
      "an actor stays if, after each move that would make it better off, the others could answer with moves that leave it no better off than before, even where that hurts themselves, and no second move of its own would mend that."
    case .seq:
      "an actor stays if, after each move that would make it better off, the others have an answer that leaves it no better off than before and in which every step makes its own mover better off."
    case .sseq:
      "an actor stays if, after each move that would make it better off, the others have an answer that leaves it no better off than before and in which every step makes its own mover better off, and no second move of its own would mend that."
    case .sim:
      "an actor stays if each move that would make it better off would be spoiled by others who take a gain of their own at the same moment."
    }
  }
}

extension Concept {
  /// Who defined it, as one cites.
  var source: String {
    switch self {
    case .nash: "rational stability, after Nash 1951"
    case .gmr, .smr: "\(self == .gmr ? "general" : "symmetric") metarationality, Howard 1971"
    case .seq: "sequential stability, Fraser and Hipel 1979"
    case .sseq: "symmetric sequential stability, R\u{EA}go and Vieira 2017"
    case .sim: "simultaneous stability, Fraser and Hipel 1984"
    }
  }
}

extension Concept {
  /// Its id, which points to what it means.
  var word: Sentence { Sentence(rawValue, to: .concept(rawValue)) }

  /// Its id and what it means, in parentheses, to be passed over by who knows.
  func inParentheses(_ gloss: String) -> Sentence {
    Sentence("(\(rawValue): \(gloss))", .aside, to: .concept(rawValue))
  }
}

extension [Concept] {
  /// The ids in a sentence: `nash, seq and sim`.
  var words: Sentence { words("and") }

  /// The ids with another word before the last.
  func words(_ word: String) -> Sentence { Prose.list(map { $0.word }, word) }

  /// That so many states leave them out.
  var sentencePassingOver: Sentence {
    "Passed over: \(words), which goes by single states, and here there are too many."
  }

  /// For programs.
  var json: JSONValue { JSONValue(map { $0.rawValue }) }
}

extension Limit {
  /// What was reached, as part of a sentence.
  package var words: String {
    switch self {
    case .states(let count): "the limit of \(Prose.grouped(count)) listed states was reached"
    case .searchNodes(let count):
      "the limit of \(Prose.grouped(count)) steps in the search for feasible states was reached"
    case .time(let milliseconds):
      "the time limit of \(Prose.decimal(thousandths: milliseconds)) s was reached"
    case .memory(let bytes):
      "the memory limit of \(Prose.grouped(bytes / 1_000_000)) MB was reached"
    case .memoryNeeded(let bytes, let allowed):
      "it needs at least \(Prose.bytes(bytes)) of memory, and \(Prose.bytes(allowed)) are allowed"
    case .interrupted: "it was interrupted"
    }
  }

  /// The limit for programs.
  package var json: JSONValue {
    switch self {
    case .states(let count): ["kind": "states", "states": .integer(Int64(clamping: count))]
    case .searchNodes(let count): ["kind": "searchNodes", "nodes": .integer(Int64(clamping: count))]
    case .time(let milliseconds): ["kind": "time", "milliseconds": .integer(Int64(clamping: milliseconds))]
    case .memory(let bytes): ["kind": "memory", "bytes": .integer(Int64(clamping: bytes))]
    case .memoryNeeded(let bytes, let allowed):
      [
        "kind": "memoryNeeded", "bytes": .integer(Int64(clamping: bytes)),
        "allowed": .integer(Int64(clamping: allowed)),
      ]
    case .interrupted: ["kind": "interrupted"]
    }
  }
}

extension Prose {
  /// A number of thousandths as a decimal, without zeros at its end.
  static func decimal(thousandths: UInt64) -> String {
    decimal(Int64(clamping: thousandths), digits: 3)
  }

  /// An amount of memory in words, rounded up: `713 MiB`, `13.5 GiB`.
  static func bytes(_ count: UInt64) -> String {
    if count < 10 << 30 {
      let mebibytes = (count >> 20) + (count & 0xF_FFFF == 0 ? 0 : 1)
      return mebibytes < 1024
        ? "\(mebibytes)\u{A0}MiB" : "\(decimal(Int64((mebibytes * 10 + 1023) / 1024), digits: 1))\u{A0}GiB"
    }
    let gibibytes = (count >> 30) + (count & 0x3FFF_FFFF == 0 ? 0 : 1)
    return gibibytes < 10_240 ? "\(grouped(gibibytes))\u{A0}GiB" : "\(grouped(gibibytes / 1024 + 1))\u{A0}TiB"
  }

  /// A number of millionths as a decimal, without zeros at its end.
  static func decimal(millionths: Int64) -> String {
    decimal(millionths, digits: 6)
  }

  private static func decimal(_ units: Int64, digits: Int) -> String {
    var fraction = String(units.magnitude)
    if fraction.count <= digits {
      fraction = String(repeating: "0", count: digits + 1 - fraction.count) + fraction
    }
    let whole = String(fraction.dropLast(digits))
    fraction = String(fraction.suffix(digits))
    while fraction.last == "0" { fraction.removeLast() }
    return (units < 0 ? "-" : "") + whole + (fraction.isEmpty ? "" : "." + fraction)
  }
}
