import Certificates
import ConflictModel
import Stability

/// Draws verdicts of a solution at random, the same in every run, and has the
/// independent checker judge the certificate of each.
struct VerdictSample {
  let solution: Solution
  let control: Control

  /// Proofs that list more arrivals at a state than this are passed over.
  private static let answerLimit = 500

  /// Judges so many verdicts, shared out over the processors.
  func judge(_ count: Int) -> CertificateSample {
    guard solution.isWorkedOut, !solution.states.isEmpty, !solution.concepts.isEmpty,
      !solution.conflict.actors.isEmpty
    else { return CertificateSample() }
    let parts = min(count, 16)
    let found = Shared((samples: [CertificateSample](repeating: .init(), count: parts), done: 0), control)
    control.forEach(parts) { part in
      var checker = CertificateChecker(solution.conflict)
      var sample = CertificateSample()
      for index in stride(from: part, to: count, by: parts) {
        if control.shouldStop() != nil { break }
        judge(UInt64(index), with: &checker, &sample)
        found.change { found in
          found.done += 1
          control.report(Control.Progress(phase: .certifying, done: UInt64(found.done), total: UInt64(count)))
        }
      }
      found.change { $0.samples[part] = sample }
    }
    var all = CertificateSample()
    for sample in found.value.samples {
      all.drawn += sample.drawn
      all.accepted += sample.accepted
      all.tooLong += sample.tooLong
      all.refused += sample.refused
    }
    return all
  }

  private func judge(
    _ index: UInt64, with checker: inout CertificateChecker, _ sample: inout CertificateSample
  ) {
    let actors = solution.conflict.actors
    let concept = solution.concepts[Self.draw(index * 3, below: solution.concepts.count)]
    let actor = Self.draw(index * 3 + 1, below: actors.count)
    let position = Self.draw(index * 3 + 2, below: solution.states.count)
    sample.drawn += 1
    guard
      let certificate = solution.certificate(
        concept, actor: actor, position: position, answerLimit: Self.answerLimit)
    else {
      sample.tooLong += 1
      return
    }
    let isStable = solution.isStable(concept, actor: actor, position: position)
    var fault: String?
    if let found = checker.check(certificate) { fault = found.description }
    if fault == nil, certificate.isStable != isStable { fault = "it proves the opposite of the verdict" }
    if let fault {
      sample.refused.append(
        .init(concept: concept, actor: actors[actor].id, state: "state \(position + 1)", message: fault))
    } else {
      sample.accepted += 1
    }
  }

  /// The number at a place of a fixed random sequence (Steele, Lea and Flood 2014,
  /// SplitMix64, doi:10.1145/2660193.2660195).
  private static func draw(_ place: UInt64, below bound: Int) -> Int {
    var bits = (place &+ 1) &* 0x9E37_79B9_7F4A_7C15
    bits = (bits ^ (bits >> 30)) &* 0xBF58_476D_1CE4_E5B9
    bits = (bits ^ (bits >> 27)) &* 0x94D0_49BB_1331_11EB
    bits ^= bits >> 31
    return Int(bits.multipliedFullWidth(by: UInt64(bound)).high)
  }
}
