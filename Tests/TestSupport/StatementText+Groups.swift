public import CaseFile

extension [StatementText] {
  /// Lets each statement but the first stand in one group with the one before where `joins` says so.
  public mutating func group(where joins: () -> Bool) {
    var groups = 0
    for index in indices.dropFirst() where joins() {
      if self[index - 1].group == nil {
        self[index - 1].group = groups
        groups += 1
      }
      self[index].group = self[index - 1].group
    }
  }
}
