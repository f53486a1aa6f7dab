import CaseFile
import ConflictModel
import Notation

// Conditions of the file.
extension GMCRDecoder {
  mutating func statement(_ spot: Spot) -> GMCRModel.Statement? {
    if case .list = spot.node.content {
      return pattern(spot).map { GMCRModel.Statement(form: .simple($0), span: spot.node.span) }
    }
    guard case .object(let members) = spot.node.content else {
      mismatch(spot, "a statement: a list of [option, \"Y\" or \"N\"], or an object with \"members\"")
      return nil
    }
    let object = Object(spot: spot, members: members)
    if let mark = required("compound", in: object) {
      switch mark.node.content {
      case .boolean(true): break
      case .boolean(false):
        report(
          .wrongValue, mark, "an object is a compound condition, so this has to be true",
          hint: "a simple condition is a list of [option, \"Y\" or \"N\"]")
      default: mismatch(mark, "true")
      }
    }
    guard let list = required("members", in: object).flatMap({ list($0, "simple conditions") }) else {
      return nil
    }
    let patterns = list.compactMap { pattern($0) }
    return GMCRModel.Statement(form: .compound(patterns), span: spot.node.span)
  }

  mutating func pattern(_ spot: Spot) -> GMCRModel.Pattern? {
    guard let pairs = list(spot, "[option, \"Y\" or \"N\"]") else { return nil }
    var literals: [GMCRModel.Literal] = []
    for pair in pairs {
      guard case .list(let parts) = pair.node.content else {
        mismatch(pair, "a list of an option's index and \"Y\" or \"N\"")
        continue
      }
      if parts.count != 2 {
        report(
          .wrongShape, pair,
          "an option's index and \"Y\" or \"N\" are due here, not a list of \(parts.count)")
        continue
      }
      let spots = pair.items(parts)
      let option = optionIndex(spots[0])
      guard let mark = text(spots[1]) else { continue }
      // A dash is how patterns write "either": it asks for nothing.
      if mark == "-" { continue }
      if mark != "Y", mark != "N" {
        report(.wrongValue, spots[1], "\"Y\" or \"N\" is due here, not '\(mark.shortened)'")
      } else if let option {
        literals.append(GMCRModel.Literal(option: option, taken: mark == "Y", span: pair.node.span))
      }
    }
    return GMCRModel.Pattern(literals: literals, span: spot.node.span)
  }

  mutating func optionIndex(_ spot: Spot) -> Int? {
    guard let index = wholeNumber(spot, "the index of an option") else { return nil }
    guard let optionCount else { return nil }
    if index < 0 || index >= optionCount {
      report(
        .unknownIndex, spot, "there is no option \(index)",
        hint: optionCount == 0 ? nil : "options are numbered from 0 to \(optionCount - 1)")
      return nil
    }
    return index
  }
}
