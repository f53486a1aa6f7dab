/// What a reading says of an observation.
package enum Modality: String, Sendable, Hashable {
  /// It holds in everything that lasts.
  case implied
  /// It holds in some of what lasts and not in the rest.
  case permitted
  /// It holds in nothing that lasts.
  case excluded
}

/// Something that could be seen: one or two matters, each holding or not.
package struct Observation: Sendable, Hashable {
  /// A matter that is seen to hold, or not to.
  package struct Part: Sendable, Hashable {
    /// The matter.
    package var matter: Matter
    /// Whether it holds.
    package var holds: Bool
  }

  /// What is seen, all of it together.
  package var parts: [Part]
  /// What each reading says of it, by index; nil where nothing lasts.
  package var expectations: [Modality?]

  /// The readings that seeing it rules out.
  package var ruledOut: [Int] { expectations.indices.filter { expectations[$0] == .excluded } }
  /// The readings that *not* seeing it rules out.
  package var ruledOutUnlessSeen: [Int] { expectations.indices.filter { expectations[$0] == .implied } }

  /// Whether it tells readings apart at all: they do not all say the same of it.
  package var separates: Bool { Set(expectations.compactMap { $0 }).count > 1 }

  /// How sharply it tells readings apart: 3 when one implies it and another excludes
  /// it, so that seeing it and not seeing it both decide; 2 when only seeing it
  /// rules something out; 1 when only not seeing it does; 0 when it tells nothing.
  package var sharpness: Int {
    let said = Set(expectations.compactMap { $0 })
    if said.count < 2 { return 0 }
    if said.contains(.implied), said.contains(.excluded) { return 3 }
    return said.contains(.excluded) ? 2 : 1
  }
}
