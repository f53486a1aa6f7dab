internal import CaseFile
internal import ConflictModel
package import Documents
internal import Stability

// The arguments as pictures.
extension ExplainReport {
  /// The most arguments that are drawn.
  private static let mostDrawn = 4
  /// The most that are drawn besides.
  private static let mostFurther = 12

  /// The arguments that the lead tells: of each state and sense why the first who would leave leaves,
  /// else what holds the first who could gain.
  private var leading: [(certificate: Certificate, chain: Figure.Chain)] {
    var groups: [[Certificate]] = []
    for certificate in told {
      let place = groups.firstIndex {
        $0[0].state == certificate.state && $0[0].concept == certificate.concept
      }
      if let place { groups[place].append(certificate) } else { groups.append([certificate]) }
    }
    var leading: [(certificate: Certificate, chain: Figure.Chain)] = []
    // Of an outcome, only the state that the lead tells of is drawn first.
    for group in groups.prefix(outcome == nil ? groups.count : 1) where leading.count < Self.mostDrawn {
      let order = group.filter { !$0.isStable } + group.filter { $0.isStable }
      for certificate in order {
        guard let chain = names.argument(certificate) else { continue }
        // Several senses may have the same argument.
        if !leading.contains(where: { chain.isSame(as: $0.chain) }) { leading.append((certificate, chain)) }
        break
      }
    }
    return leading
  }

  /// The first argument that the lead tells, with what it shows; nil where no move is a gain.
  package func argumentFigure() -> (figure: Figure.Chain, caption: Sentence)? {
    leading.first.map { ($0.chain, names.caption($0.certificate)) }
  }

  /// Draws the arguments that the lead tells.
  func addFigures(to builder: inout DocumentBuilder) {
    for (certificate, chain) in leading {
      builder.figure(.chain(chain), caption: names.caption(certificate))
    }
  }

  /// The pictures of the other arguments, by the place of their certificate among those that are told.
  func furtherFigures(_ certificates: [Certificate]) -> [Int: Figure.Chain] {
    var drawn = leading.map { $0.chain }
    var figures: [Int: Figure.Chain] = [:]
    for (place, certificate) in certificates.enumerated() where figures.count < Self.mostFurther {
      guard let chain = names.argument(certificate), !drawn.contains(where: { chain.isSame(as: $0) }) else {
        continue
      }
      drawn.append(chain)
      figures[place] = chain
    }
    return figures
  }
}

extension Names {
  /// What the picture of an argument shows.
  func caption(_ certificate: Certificate) -> Sentence {
    let who = actor(certificate.actor)
    let sense: Sentence = certificate.concept == .seq ? "" : " (\(certificate.concept.word))"
    let name = called(certificate.state)
    switch certificate.finding {
    case .unstable: return "\(name): why \(who) would leave it\(sense)."
    case .stable(let deterrences):
      let which =
        deterrences.count > 1
        ? "the simplest of the \(Prose.number(deterrences.count)) gains that it could take"
        : "the one gain that it could take"
      return "\(name): why \(who) would stay\(sense); \(which)."
    }
  }
}

extension Figure.Chain {
  /// Whether both are the same; the long comparison stands once.
  @inline(never)
  fileprivate func isSame(as other: Figure.Chain) -> Bool { self == other }
}

extension ExplainReport {
  /// Which of several situations that the present may be it is about; nil where it is about another.
  var stillPresent: String? {
    guard names.presents.count > 1, let state = told.first?.state, names.isPresent(state) else { return nil }
    return "the present \(names.variant(state).text)"
  }
}
