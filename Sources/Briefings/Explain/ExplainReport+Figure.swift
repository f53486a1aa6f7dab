internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

// The arguments as pictures.
extension ExplainReport {
  /// The most arguments that are drawn.
  private static let mostDrawn = 4

  /// Of each state and sense the argument that the lead tells: why the first who would leave leaves,
  /// else what holds the first who could gain.
  func addFigures(to builder: inout DocumentBuilder) {
    var groups: [[Certificate]] = []
    for certificate in told {
      let place = groups.firstIndex {
        $0[0].state == certificate.state && $0[0].concept == certificate.concept
      }
      if let place { groups[place].append(certificate) } else { groups.append([certificate]) }
    }
    var drawn: [Figure.Chain] = []
    for group in groups {
      let order = group.filter { !$0.isStable } + group.filter { $0.isStable }
      for certificate in order {
        guard let chain = names.argument(certificate) else { continue }
        // Several senses may have the same argument.
        if drawn.contains(chain) { break }
        if drawn.count == Self.mostDrawn { return }
        drawn.append(chain)
        builder.figure(.chain(chain), caption: names.caption(certificate))
        break
      }
    }
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
