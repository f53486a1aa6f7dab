package import Documents
internal import Questions

/// A picture that can be drawn of the answer to a question: the command `draw`, its help, its page and
/// its tests are made of this.
package protocol Drawing: Sendable {
  /// What is told of the answer.
  associatedtype Told: Briefing

  /// What is known of the picture.
  static var row: DrawingRow { get }

  /// The picture with what it shows; nil where there is nothing to see.
  static func figure(of told: Told) -> (figure: Figure, caption: Sentence)?

  /// Why there is nothing to see in this answer, as a clause: `nothing lasts in this sense`. (Without a
  /// default, which the tools that list what a module shows cannot read.)
  static func nothing(in told: Told) -> String
}

/// What a picture is called and shows.
package struct DrawingRow: Sendable {
  /// The word that asks for it.
  package var name: String
  /// What it shows, in a line.
  package var what: String
  /// Arguments of the question that are as the picture needs them.
  package var fixed: [Argument]
  /// When there is nothing to see, as a clause: `nothing lasts`.
  package var nothing: String

  /// A picture with what it shows.
  package init(_ name: String, _ what: String, fixed: [Argument] = [], nothing: String) {
    (self.name, self.what, self.fixed, self.nothing) = (name, what, fixed, nothing)
  }
}

/// Somebody who does the same for each picture.
package protocol DrawingVisitor {
  /// Hears of a picture.
  mutating func visit<Drawn: Drawing>(_ drawing: Drawn.Type)
}

/// Every picture that can be drawn, in the order of help.
package enum AllDrawings {
  /// Tells the visitor of each.
  package static func visit(_ visitor: inout some DrawingVisitor) {
    visitor.visit(OptionsDrawing.self)
    visitor.visit(ArgumentDrawing.self)
    visitor.visit(StepsDrawing.self)
    visitor.visit(LadderDrawing.self)
    visitor.visit(JudgementsDrawing.self)
    visitor.visit(WorldsDrawing.self)
    visitor.visit(MapDrawing.self)
  }
}

/// What could last, option by option.
package enum OptionsDrawing: Drawing {
  package static let row = DrawingRow(
    "options", "what could last, option by option, outcome by outcome",
    nothing: "nothing lasts in this sense")

  package static func figure(of told: SolveReport) -> (figure: Figure, caption: Sentence)? {
    told.optionsFigure().map { (.options($0.figure), $0.caption) }
  }

  package static func nothing(in told: SolveReport) -> String {
    told.names.isGraph ? "the states of this case are not made of options" : row.nothing
  }
}

/// Why a state stays or is left.
package enum ArgumentDrawing: Drawing {
  package static let row = DrawingRow(
    "argument", "why somebody would leave a state, or what holds who could gain",
    nothing: "no move from there is a gain for anybody asked about")

  package static func figure(of told: ExplainReport) -> (figure: Figure, caption: Sentence)? {
    told.argumentFigure().map { (.chain($0.figure), $0.caption) }
  }

  package static func nothing(in told: ExplainReport) -> String {
    told.stillPresent.map { "no move is a gain for anybody asked about from \($0)" }
      ?? row.nothing
  }
}

/// A way, step by step.
package enum StepsDrawing: Drawing {
  package static let row = DrawingRow(
    "steps", "the shortest way to something that could last, or to the place asked for",
    nothing: "nothing that was looked for can be reached by steps")

  package static func figure(of told: PathsReport) -> (figure: Figure, caption: Sentence)? {
    told.stepsFigure().map { (.chain($0.figure), $0.caption) }
  }

  package static func nothing(in told: PathsReport) -> String { row.nothing }
}

/// Places in preferences.
package enum LadderDrawing: Drawing {
  package static let row = DrawingRow(
    "ladder", "where the present and each outcome stand with each actor",
    fixed: [Argument("what", ShowQuestion.What.preferences.rawValue)],
    nothing: "the case names no outcome beside the present, or too many for one picture")

  package static func figure(of told: ShowReport) -> (figure: Figure, caption: Sentence)? {
    told.standingFigure().map { (.ladder($0.figure), $0.caption) }
  }

  package static func nothing(in told: ShowReport) -> String { row.nothing }
}

/// What a claim rests on.
package enum JudgementsDrawing: Drawing {
  package static let row = DrawingRow(
    "judgements", "what a claim rests on, a box for each judgement",
    nothing: "nothing in the case can be edited")

  package static func figure(of told: SensitivityReport) -> (figure: Figure, caption: Sentence)? {
    told.judgementsFigure().map { (.judgements($0.figure), $0.caption) }
  }

  package static func nothing(in told: SensitivityReport) -> String {
    told.answer.holds == nil ? "the claim has no meaning here" : row.nothing
  }
}

/// What lasts in which world.
package enum WorldsDrawing: Drawing {
  package static let row = DrawingRow(
    "worlds", "what lasts in which world, a cell for each",
    nothing: "more decides between the worlds than a picture can show")

  package static func figure(of told: WorldsReport) -> (figure: Figure, caption: Sentence)? {
    told.worldsFigure().map { (.worlds($0.figure), $0.caption) }
  }

  package static func nothing(in told: WorldsReport) -> String {
    told.groups.count > 1 ? row.nothing : "all worlds agree"
  }
}

/// Where it can go from here.
package enum MapDrawing: Drawing {
  package static let row = DrawingRow(
    "map", "the shortest ways to what could last, and all that can be reached",
    nothing: "nothing that could last is in reach but the start")

  package static func figure(of told: PathsReport) -> (figure: Figure, caption: Sentence)? {
    told.mapFigure().map { (.map($0.figure), $0.caption) }
  }

  package static func nothing(in told: PathsReport) -> String { row.nothing }
}
