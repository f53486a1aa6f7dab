/// A solution concept: what keeps an actor from leaving a state.
///
/// For a focal actor *i* at a state *s*, with *R_i(s)* its moves, *R_i⁺(s)* its
/// improvements, and *R_H(s)*, *R_H⁺(s)* all that legal sequences of moves, or of
/// improvements, by the others *H* reach: see ``Conflict`` for moves and
/// Fang, Hipel and Kilgour 1993 for the definitions; `sseq` is from Rêgo and
/// Vieira 2017, doi:10.1007/s10726-016-9520-8.
public enum Concept: String, Sendable, Hashable, CaseIterable {
  /// Nash: *R_i⁺(s)* is empty; the actor cannot improve at all.
  case nash
  /// General metarationality: after every improvement the others can move, in
  /// some legal sequence, to a state that is not better than *s* for *i*.
  case gmr
  /// Symmetric metarationality: as `gmr`, and no move of *i* from there is
  /// better than *s*.
  case smr
  /// Sequential stability: as `gmr`, with every step of the others an
  /// improvement for whoever makes it, from where it is made.
  case seq
  /// Symmetric sequential stability: as `seq`, and no move of *i* from there is
  /// better than *s*.
  case sseq
  /// Simultaneous stability: for every improvement there is a choice, for one or
  /// more of the others, of one of their improvements from *s*; all taken at
  /// once with *i*'s, the result is feasible and not better than *s* for *i*.
  /// Defined in option form only.
  case sim

  /// Whether the others answer one after the other, in a legal sequence.
  public var isSequential: Bool {
    switch self {
    case .gmr, .smr, .seq, .sseq: true
    case .nash, .sim: false
    }
  }

  /// Whether the others answer only with improvements of their own.
  public var needsCredibleAnswers: Bool {
    self == .seq || self == .sseq
  }

  /// Whether the focal actor may try to escape an answer with a second move.
  public var allowsCounterMove: Bool {
    self == .smr || self == .sseq
  }

  /// Whether the concept is defined for conflicts of this form.
  public func isDefined(in form: Conflict.Form) -> Bool {
    self != .sim || form == .options
  }
}

extension Concept {
  /// The concepts from the one that asks most to those that ask least, `sim`,
  /// which only `nash` implies, before the two that admit the most.
  package static let strongestFirst: [Concept] = [.nash, .sseq, .seq, .sim, .smr, .gmr]

  /// Whether what holds an actor under this concept holds it under another one
  /// as well, for the same reason.
  package func implies(_ other: Concept) -> Bool {
    switch (self, other) {
    case (.nash, _), (.sseq, .seq), (.sseq, .smr), (.sseq, .gmr), (.seq, .gmr), (.smr, .gmr):
      self != other
    default: false
    }
  }
}
