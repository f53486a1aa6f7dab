/// Latin letters for those of other European alphabets.
enum Romanization {
  /// The lower case ASCII letters or digit that stand for a scalar; empty for
  /// marks that are part of a letter; nil for what is neither.
  static func letters(for scalar: Unicode.Scalar) -> String? {
    if scalar.isASCII {
      switch scalar {
      case "a"..."z", "0"..."9": return String(scalar)
      case "A"..."Z": return String(scalar).lowercased()
      default: return nil
      }
    }
    switch scalar.properties.generalCategory {
    case .nonspacingMark: return ""
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter: break
    default: return nil
    }
    let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
    return lower.isASCII ? String(lower) : table[lower]
  }

  private static let table: [Unicode.Scalar: String] = {
    var table: [Unicode.Scalar: String] = [:]
    // First what is a plain letter with a mark or a form of its own, after the plain letter or
    // two that Unicode calls it by. The names themselves, which the library has, too, would
    // take half a megabyte of a page.
    let marked = """
      a àáâãäåāăąǎǟǡǻȁȃȧⱥᶏḁẚạảấầẩẫậắằẳẵặꬱ aa ꜳ ae æǣǽ ao ꜵ au ꜷ av ꜹꜻ ay ꜽ b ƀɓƃᵬᶀḃḅḇꞗ
      c çćĉċčƈȼɕḉꞓꞔ𝼝 d ďđɖɗƌȡᵭᶁᶑḋḍḏḑḓꟈ𝼥 db ȸ dz ǆǳʣʥꭦ e èéêëēĕėęěȅȇȩɇᶒḕḗḙḛḝẹẻẽếềểễệⱸꬴ et ꝫ
      f ƒᵮᶂḟꞙ g ĝğġģɠǥǧǵᶃḡꞡ h ĥħȟɦḣḥḧḩḫẖⱨꞕ hv ƕ i ìíîïĩīĭįɨǐȉȋᶖḭḯỉị𝼚 is ꝭ j ĵǰɉʝ k ķƙǩᶄḱḳḵⱪꝁꝃꝅꞣ
      l ĺļľŀłƚȴɫɬɭᶅḷḹḻḽⱡꝉꞎꬷꬸꬹ𝼑𝼓𝼦 lj ǉ ls ʪ lz ʫ m ɱᵯᶆḿṁṃꬺ n ñńņňŉɲƞǹȵɳᵰᶇṅṇṉṋꞑꞥꬻ𝼧 nj ǌ
      o òóôõöøōŏőơǒǫǭǿȍȏȫȭȯȱṍṏṑṓọỏốồổỗộớờởỡợⱺꝋꝍ𝼛 oi ƣ oo ꝏ ou ȣ p ƥᵱᵽᶈṕṗꝑꝓꝕ q ɋʠꝗꝙ qp ȹ
      r ŕŗřȑȓɍɼɽɾᵲᵳᶉṙṛṝṟꝛꞧꭇꭉ𝼖𝼨 s śŝşšșȿʂᵴᶊṡṣṥṧṩꞩꟊꟍ𝼞𝼩 t ţťŧƫƭʈțȶⱦᵵṫṭṯṱẗ𝼉𝼪 tc ʨ th ᵺ ts ʦꭧ tz ꜩ
      u ùúûüũūŭůűųưǔǖǘǚǜȕȗʉᶙṳṵṷṹṻụủứừửữựꞹꭎꭏꭒ ue ᵫ ui ꭐ um ꝸ uo ꭣ v ʋᶌṽṿⱱⱴꝟ vy ꝡ w ŵẁẃẅẇẉẘⱳ
      x ᶍẋẍꭖꭗꭘꭙ y ýÿŷƴȳɏẏẙỳỵỷỹỿꭚ z źżžƶȥɀʐʑᵶᶎẑẓẕⱬ
      """.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: marked.count - 1, by: 2) {
      for scalar in marked[index + 1].unicodeScalars { table[scalar] = String(marked[index]) }
    }
    let pairs = """
      ß ss þ th ð d ø o ł l đ d ħ h ı i ŋ ng œ oe æ ae
      а a б b в v г g д d е e ё e ж zh з z и i й y к k л l м m н n о o п p р r с s т t у u ф f
      х kh ц ts ч ch ш sh щ shch ъ _ ы y ь _ э e ю yu я ya і i ї yi є ye ґ g ў u ј j љ lj њ nj ћ c
      ђ dj џ dz
      α a β v γ g δ d ε e ζ z η i θ th ι i κ k λ l μ m ν n ξ x ο o π p ρ r σ s ς s τ t υ y φ f χ ch
      ψ ps ω o ά a έ e ή i ί i ό o ύ y ώ o
      """.split { $0 == " " || $0 == "\n" }
    for index in stride(from: 0, to: pairs.count - 1, by: 2) {
      table[pairs[index].unicodeScalars.first!] = pairs[index + 1] == "_" ? "" : String(pairs[index + 1])
    }
    return table
  }()
}
