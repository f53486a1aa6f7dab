/// What a command asks, for when a limit leaves it without any answer.
enum Question: String, CaseIterable {
  case solve, explain, show, check, paths, coalitions, compare, merge, require, sensitivity, doubts, grid
  case hypergame, words, observe

  /// The format of its answer in JSON.
  var format: String {
    switch self {
    case .explain: "entente.certificate"
    case .compare: "entente.comparison"
    case .require: "entente.requirements"
    case .grid: "entente.worlds"
    case .solve: "entente.solution"
    default: "entente.\(rawValue)"
    }
  }

  /// How far the work had not come, after what ended it.
  var moment: String {
    switch self {
    case .solve, .show: "before the states were listed"
    case .explain: "before the state could be looked at"
    case .check: "before anything was checked"
    case .paths: "before any way was followed"
    case .coalitions: "before any coalition was looked at"
    case .compare: "before the cases could be compared"
    case .merge: "before what is merged was understood"
    case .require: "before anything that is required was worked out"
    case .sensitivity: "before any edit was tried"
    case .doubts: "before anything in doubt was counted"
    case .grid: "before any world was solved"
    case .hypergame: "before every view was solved"
    case .words: "before any declaration was tested"
    case .observe: "before the readings were solved"
    }
  }
}
