internal import CaseFile
internal import ConflictModel
package import Documents
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
    guard let (strip, caption) = strip(path, section) else { return }
    builder.figure(.chain(strip), caption: caption)
  }

  /// The shortest way to what was asked for, else to something that could last, with what it shows; nil
  /// where no way leads there.
  package func stepsFigure() -> (figure: Figure.Chain, caption: Sentence)? {
    for section in sections {
      let start = section.reach.start
      let ends =
        options.target != nil
        ? Array(section.targets)
        : kinds(reached(section).filter { $0.position != start }, section).map { $0.nearest }
      let near = ends.filter { $0 != start && section.reach.contains($0) }.min {
        (section.reach.distance(to: $0) ?? .max, $0) < (section.reach.distance(to: $1) ?? .max, $1)
      }
      guard let near, let path = section.reach.path(to: near), !path.isEmpty else { continue }
      return strip(path, section)
    }
    return nil
  }

  private func strip(_ path: [Step], _ section: Section) -> (figure: Figure.Chain, caption: Sentence)? {
    guard let last = path.last else { return nil }
    let end = solution.states.position(of: last.state)
    let isKnown = solution.concepts.contains(options.concept)
    let strip = names.strip(
      path, from: state(section.reach.start), isLasting: isKnown ? end.map(isEquilibrium) : nil)
    let target = names.title(of: last.state) ?? "a situation that no outcome names"
    let gains: Sentence = options.kind == .moves ? "" : ", each a gain for whoever takes it"
    return (
      strip,
      "The shortest way to \(target): \(Prose.count(path.count, "step"))\(path.count == 1 ? "" : gains)."
    )
  }
}
