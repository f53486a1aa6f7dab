/// One case made of two, and what they dispute.
public struct Merged: Sendable {
  /// The case made of both; where they dispute something, it says what the first says.
  public let document: CaseDocument
  /// Whether the two say different things of anything.
  public let isDisputed: Bool
  /// The disputes and what was taken over, as `entente.merge` in `Documentation/JSON.md` describes it.
  public let data: JSONValue
  /// The same for people to read.
  public let text: String
}

extension CaseDocument {
  /// One case made of this one and another.
  ///
  ///     let both = eastern.merged(with: western)
  ///     both.isDisputed             // false: they agree
  ///     both.document.printed()     // the case file
  ///
  /// What both say stands, with the sources of both; what only the other adds and what changes no
  /// answer is taken over. With a common base, what only one of the two has changed is no dispute.
  public func merged(with other: CaseDocument, base: CaseDocument? = nil) -> Merged {
    let merge = Merge(self, other, base: base)
    let report = MergeReport(
      merge, of: try? Case(self), and: try? Case(other), first: file, second: other.file)
    return Merged(
      document: merge.document, isDisputed: merge.isDisputed, data: report.json(), text: report.text())
  }
}
