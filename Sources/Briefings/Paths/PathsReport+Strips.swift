internal import CaseFile
internal import ConflictModel
package import Documents
internal import Questions
internal import Stability

// Single ways as pictures, step by step.
extension PathsReport {
  /// The most ways that are drawn step by step.
  static let mostStrips = 4

  /// The shortest way to each kind of situation that could last.
  func addStrips(_ section: Section, to builder: inout DocumentBuilder) {
    for kind in lastingKinds(section).prefix(Self.mostStrips) {
      guard let path = section.reach.path(to: kind.nearest), !path.isEmpty else { continue }
      addStrip(path, from: section.reach.start, to: &builder)
    }
  }

  /// One way.
  func addStrip(_ path: [Step], from start: Int, to builder: inout DocumentBuilder) {
    guard let (strip, caption) = strip(path, from: start) else { return }
    builder.figure(.chain(strip), caption: caption)
  }

  /// The shortest way to what was asked for, else to something that could last, with what it shows; nil
  /// where no way leads there.
  package func stepsFigure() -> (figure: Figure.Chain, caption: Sentence)? {
    if !solution.isListed { return setStepsFigure() }
    for section in sections {
      let ends =
        options.target != nil ? Array(section.targets) : reached(section).map { $0.position }
      guard let near = section.reach.nearest(of: ends.filter { $0 != section.reach.start }),
        let path = section.reach.path(to: near), !path.isEmpty
      else { continue }
      return strip(path, from: section.reach.start)
    }
    return nil
  }

  func strip(_ path: [Step], from start: Int) -> (figure: Figure.Chain, caption: Sentence)? {
    guard let last = path.last else { return nil }
    let end = solution.states.position(of: last.state)
    let isKnown = solution.concepts.contains(options.concept)
    let strip = names.strip(
      path, from: state(start), isLasting: isKnown ? end.map(isEquilibrium) : nil)
    let target = names.title(of: last.state) ?? names.oneWithoutName(last.state)
    let gains: Sentence = options.kind == .moves ? "" : ", each a gain for whoever takes it"
    return (
      strip,
      "The shortest way to \(target): \(Prose.count(path.count, "step"))\(path.count == 1 ? "" : gains)."
    )
  }
}
