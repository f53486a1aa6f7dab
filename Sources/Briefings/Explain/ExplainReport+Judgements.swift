internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Stability

extension ExplainReport {
  /// So many judgements are told of at once.
  private static let mostJudgements = 7

  /// The statements that the arguments rest on, each with its notes.
  func addJudgements(to builder: inout DocumentBuilder) {
    let used = statementsUsed
    let noted = used.filter { !subject.statements(of: $0.actor)[$0.index].because.notes.isEmpty }
    if noted.isEmpty { return }
    builder.heading("The judgements that these reasons rest on")
    func add(_ uses: some Sequence<Use>, to builder: inout DocumentBuilder) {
      for use in uses {
        let statement = subject.statements(of: use.actor)[use.index]
        builder.item(
          "\(names.capitalized(names.wish(use.index, of: use.actor))): \(statement.because.notes).")
      }
    }
    add(noted.prefix(Self.mostJudgements), to: &builder)
    let definitions = names.definitions(in: noted.map { subject.statements(of: $0.actor)[$0.index].that })
    if !definitions.isEmpty { builder.remark(definitions) }
    if noted.count > Self.mostJudgements {
      builder.more("Further judgements that these reasons rest on") {
        add(noted.dropFirst(Self.mostJudgements), to: &$0)
      }
    }
  }

  private struct Use: Hashable, Comparable {
    let actor: Int
    let index: Int

    static func < (left: Use, right: Use) -> Bool { (left.actor, left.index) < (right.actor, right.index) }
  }

  /// The arguments that decide: of a state that does not last those about who would leave, also of the
  /// other states that the present may be; of one that lasts all.
  private var deciding: [Certificate] {
    // Of an outcome with several states, those that the lead tells of; the arguments have the others.
    let all = (outcome.map(leadingCertificates) ?? told) + certificatesOfOtherPresents.flatMap { $0 }
    let leaving = all.filter { $0.isOfLeaving }
    return all.filter { one in
      one.isOfLeaving || !leaving.contains { ($0.state, $0.concept) == (one.state, one.concept) }
    }
  }

  /// The deciding statements of all comparisons that the arguments make.
  private var statementsUsed: [Use] {
    var uses: Set<Use> = []
    func note(_ actor: Int, _ state: State, _ base: State) {
      if case .statement(let index) = conflict.compare(actor, state, with: base).ground,
        subject.statements(of: actor).indices.contains(index)
      {
        uses.insert(Use(actor: actor, index: index))
      }
    }
    for certificate in deciding {
      let (actor, state) = (certificate.actor, certificate.state)
      switch certificate.finding {
      case .stable(let deterrences):
        if deterrences.isEmpty {
          for target in conflict.moves(of: actor, from: state) { note(actor, target, state) }
        }
        for deterrence in deterrences {
          note(actor, deterrence.improvement, state)
          switch deterrence.sanction {
          case .sequence(let steps, let counterMoves):
            var current = deterrence.improvement
            for step in steps {
              if certificate.concept.needsCredibleAnswers { note(step.actor, step.state, current) }
              current = step.state
            }
            note(actor, current, state)
            for move in counterMoves { note(actor, move, state) }
          case .together(let steps, let outcome):
            for step in steps { note(step.actor, step.state, state) }
            note(actor, outcome, state)
          }
        }
      case .unstable(let escape):
        note(actor, escape.improvement, state)
        if case .closedSet(let answers) = escape.reason {
          // They are by state, each as often as there are last movers.
          var noted: State?
          for answer in answers where answer.state != noted {
            note(actor, answer.counterMove ?? answer.state, state)
            noted = answer.state
          }
        }
      }
    }
    return uses.sorted()
  }
}

extension Certificate {
  /// Whether it shows that its actor would leave.
  fileprivate var isOfLeaving: Bool { if case .unstable = finding { true } else { false } }
}
