internal import Briefings
internal import ConflictModel
internal import Faces
internal import Notation

extension TextReader {
  /// Takes records in a form made of them; the limit at which they were ended early, if they were.
  @inline(never)
  func take(_ records: Records, as form: AnswerForm) -> Limit? {
    var limit: Limit?
    let reader = LineReader { piece, done in
      let goesOn = take(piece)
      report(done, records.count)
      return goesOn
    } goesOn: {
      limit = shouldEnd()
      return limit == nil
    }
    if form == .csv { CSVFace.write(records, to: reader) } else { LinesFace.write(records, to: reader) }
    return limit
  }
}
