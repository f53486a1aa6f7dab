/// Cuts a paragraph into sentences.
///
/// A sentence ends at `.`, `!`, `?` or `…` with the closing quotes and brackets
/// that follow, before white space and a capital, a digit or an opening mark.
/// It does not end after a single initial (`J. Smith`, and so `U.S. Army`) or an
/// abbreviation of the list. In scripts without capitals, such as Korean, any
/// letter may begin a sentence.
enum SentenceSplitter {
  /// The sentences, each trimmed and with single spaces.
  ///
  /// - Complexity: O(*n*)
  static func sentences(of paragraph: String) -> [String] {
    let scalars = Array(paragraph.unicodeScalars)
    var sentences: [String] = []
    var start = 0
    var index = 0
    while index < scalars.count {
      guard isTerminator(scalars[index]) else {
        index += 1
        continue
      }
      let first = index
      while index < scalars.count, isTerminator(scalars[index]) { index += 1 }
      let isSingleDot = index == first + 1 && scalars[first] == "."
      while index < scalars.count, isClosing(scalars[index]) { index += 1 }
      let end = index
      while index < scalars.count, scalars[index].properties.isWhitespace { index += 1 }
      guard index > end, index < scalars.count, startsSentence(scalars[index]) else { continue }
      if isSingleDot, isAbbreviation(scalars, before: first, next: scalars[index]) { continue }
      append(scalars[start..<end], to: &sentences)
      start = index
    }
    append(scalars[start...], to: &sentences)
    return sentences
  }

  private static func append(_ scalars: ArraySlice<Unicode.Scalar>, to sentences: inout [String]) {
    let sentence = String(String.UnicodeScalarView(scalars)).foldedWhiteSpace
    if !sentence.isEmpty { sentences.append(sentence) }
  }

  // MARK: - Marks

  private static func isTerminator(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "!" || scalar == "?" || scalar == "…"
  }

  /// Right after a full stop every quotation mark closes, since „so“ and »so«
  /// close with what opens elsewhere.
  private static func isClosing(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .closePunctuation, .finalPunctuation, .initialPunctuation: true
    default: scalar == "\"" || scalar == "'"
    }
  }

  private static func startsSentence(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .uppercaseLetter, .titlecaseLetter, .otherLetter, .decimalNumber: true
    case .openPunctuation, .initialPunctuation, .finalPunctuation: true
    default: scalar == "\"" || scalar == "'" || scalar == "¿" || scalar == "¡"
    }
  }

  // MARK: - Abbreviations

  /// Whether the word before the dot at `dot` is an initial or an abbreviation.
  private static func isAbbreviation(
    _ scalars: [Unicode.Scalar], before dot: Int, next: Unicode.Scalar
  ) -> Bool {
    var start = dot
    while start > 0, isWordPart(scalars[start - 1]), dot - start < 16 { start -= 1 }
    guard start < dot else { return false }
    if scalars[dot - 1].properties.isUppercase {
      if dot - 1 == start || scalars[dot - 2] == "." { return true }
      // Jean-Paul's J.-P.
      if dot - 2 > start, scalars[dot - 2] == "-", scalars[dot - 3] == "." { return true }
    }
    let word = String(String.UnicodeScalarView(scalars[start..<dot]))
    let isBeforeNumber = next.properties.generalCategory == .decimalNumber
    let lowercased = word.lowercased()
    return Abbreviations.anywhere.contains(word) || Abbreviations.anywhere.contains(lowercased)
      || isBeforeNumber && Abbreviations.beforeNumbers.contains(lowercased)
  }

  private static func isWordPart(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "." || scalar == "-" || scalar.properties.isAlphabetic
      || scalar.properties.generalCategory == .decimalNumber
  }
}

/// Abbreviations after whose dot a sentence goes on.
///
/// Those in lower case are also met with a capital; those with a capital only so.
enum Abbreviations {
  static let anywhere: Set<String> = Set(
    words(
      """
      Mr Mrs Ms Messrs Mx Dr Drs Prof Rev Fr Hon Esq Jr Sr St Ste Mt Ft
      Adm Brig Capt Cdr Cmdr Col Cpl Gen Lt Maj Sgt Pvt Amb Gov Pres Sen Rep Sec Supt Insp
      Inc Ltd Co Corp Bros Dept Univ Assn Gmbh Intl Natl Govt
      Jan Feb Mar Apr Jun Jul Aug Sep Sept Oct Nov Dec Mon Tue Tues Wed Thu Thur Thurs Fri
      Ave Blvd Rd Hwy
      vs etc e.g i.e eg ie cf ca approx viz resp incl excl est et.al al ed eds trans ibid op.cit loc.cit
      a.m p.m u.s u.k u.n e.u u.s.a u.s.s.r d.c ph.d n.b p.s a.d b.c
      bzw usw z.b d.h u.a o.ä ggf evtl vgl Nr Hrsg
      Mme Mlle Mgr Sig Sra Srta Ud Uds
      г гг т.е т.д т.п т.к им ул руб тыс млн млрд стр см др проф акад ген ср напр
      κ.λπ κ.ά π.χ δηλ βλ
      """)
  )

  /// Short words that are abbreviations only before a number: `No. 5`, but `No. He left.`
  static let beforeNumbers: Set<String> = Set(
    words(
      """
      no nos nr num art arts fig figs sec secs par para ch chap vol vols p pp pt pts n nn ver v eq
      app tab item res doc ст п пп с № § т
      """)
  )

  private static func words(_ text: String) -> [String] {
    text.split { $0.isWhitespace }.map(String.init)
  }
}

extension String {
  /// The text trimmed, and each run of white space made one space.
  var foldedWhiteSpace: String {
    var folded = String.UnicodeScalarView()
    var isPending = false
    for scalar in unicodeScalars {
      if scalar.properties.isWhitespace {
        isPending = !folded.isEmpty
      } else {
        if isPending { folded.append(" ") }
        isPending = false
        folded.append(scalar)
      }
    }
    return String(folded)
  }
}
