package import Questions
internal import CaseFile
package import ConflictModel
internal import Documents
internal import Stability

/// What lasts in a hypergame and who would be surprised by what, told for people
/// and as the `entente.hypergame` document.
///
///     let hypergame = try misread.hypergame(SolveRequest(concepts: [.seq]))
///     print(HypergameReport(hypergame).text())
package struct HypergameReport: Documented {
  /// What was found out.
  package let hypergame: Hypergame

  let names: Names

  /// A report on a hypergame.
  package init(_ hypergame: Hypergame) {
    self.hypergame = hypergame
    names = Names(hypergame.subject, states: hypergame.truth.states)
  }

  /// The actors with a view of their own.
  var readers: [Int] { hypergame.views.indices.filter { !hypergame.views[$0].isTrue } }

  /// What would last if everybody saw the case as it is.
  var trueEquilibria: Selection { hypergame.truth.equilibria(hypergame.concept) }

  /// Where `mover` would go from a state in the game as `viewer` sees it, in words.
  func move(_ mover: Int, seenBy viewer: Int, from state: State) -> Sentence {
    guard let target = hypergame.escape(of: mover, seenBy: viewer, from: state) else { return "" }
    return " by \(names.change(from: state, to: target))"
  }
}

extension HypergameReport: Briefing {
  package typealias Asked = HypergameQuestion

  package init(_ answer: Hypergame, _ work: Work) { self.init(answer) }

  package func write(to reader: TextReader) -> Limit? { json().write(to: reader) }
}
