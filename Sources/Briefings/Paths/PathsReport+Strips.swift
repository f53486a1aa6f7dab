internal import CaseFile
internal import ConflictModel
internal import Documents
internal import Questions
internal import Stability

// Single ways as pictures, step by step.
extension PathsReport {
  /// The most ways that are drawn step by step.
  private static let mostStrips = 4

  /// The shortest way to each kind of situation that could last.
  func addStrips(_ section: Section, to builder: inout DocumentBuilder) {
    let others = reached(section).filter { $0.position != section.reach.start }
    for kind in kinds(others, section).prefix(Self.mostStrips) {
      guard let path = section.reach.path(to: kind.nearest), !path.isEmpty else { continue }
      addStrip(path, section, to: &builder)
    }
  }

  /// One way.
  func addStrip(_ path: [Step], _ section: Section, to builder: inout DocumentBuilder) {
    guard let last = path.last else { return }
    let end = solution.states.position(of: last.state)
    let isKnown = solution.concepts.contains(options.concept)
    let strip = names.strip(
      path, from: state(section.reach.start), isLasting: isKnown ? end.map(isEquilibrium) : nil)
    let target = names.title(of: last.state) ?? "a situation that no outcome names"
    let gains: Sentence = options.kind == .moves ? "" : ", each a gain for whoever takes it"
    builder.figure(
      .chain(strip),
      caption:
        "The shortest way to \(target): \(Prose.count(path.count, "step"))\(path.count == 1 ? "" : gains).")
  }
}
