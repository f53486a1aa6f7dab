import Notation

/// The words that reports use, each with its meaning, in the order in which one needs them:
/// `entente glossary` prints them, and Documentation/Glossary.md is recorded from here.
enum Glossary {
  /// A word with its meaning.
  struct Entry: Sendable {
    /// The word.
    let word: String
    /// What reports mean by it, in a sentence or two.
    let meaning: String
  }

  /// All words.
  static let entries: [Entry] = [
    entry(
      "situation",
      "What everybody does, all at once: for each option whether it is taken. Also called a state; a case has as many as its rules leave feasible."
    ),
    entry("present", "The situation in which the conflict stands, by `status_quo` in the case."),
    entry(
      "status quo",
      "The same as the present: what `status_quo` says. With something `unsure` in it, the present may be any of several situations."
    ),
    entry("feasible", "Allowed by the rules of the case; only such situations are looked at."),
    entry("option", "Something that an actor can do or leave undone; it may have levels instead."),
    entry("taken", "An option is taken in a situation in which its actor does it; to give it up is to stop."),
    entry(
      "outcome",
      "A name for all the situations in which some condition holds, from `outcomes` in the case: “a deal” is one, though much else may differ within it."
    ),
    entry(
      "judgement",
      "Anything that the case says and somebody could doubt: a wish, an option, a rule, an event."),
    entry(
      "basis",
      "How a judgement is founded: said by the actor itself, reported by others, inferred, or assumed. Without a source there is none to look up."
    ),
    entry(
      "well founded",
      "A judgement is where a source says or reports it and nothing speaks against it; it is not where it is inferred, assumed or without a source, or where the source is not said to say or report it."
    ),
    entry(
      "hedged",
      "The source puts it with a word such as “might” or “will”, which is quoted beside it; an answer takes it as written."
    ),
    entry(
      "gain",
      "A move by which its mover comes to a situation that it likes better; what others do next is not counted."
    ),
    entry("answer", "A move, or several, by which the others can respond to a gain."),
    entry(
      "spoiled",
      "A gain is spoiled where some answer leaves its mover no better off than before. An actor all of whose gains are spoiled would stay."
    ),
    entry(
      "credible",
      "Worth believing: whoever threatens or promises it would gain by carrying it out. A threat that is credible need not deter."
    ),
    entry(
      "survives",
      "A situation survives a coalition where no actors that move together could all gain by leaving it."
    ),
    entry("lasts", "A situation lasts where every actor would stay; in which sense is named beside it."),
    entry(
      "could last",
      "It lasts in the sense called seq: whoever could gain must fear an answer that those who give it want, too."
    ),
    entry(
      "would need threats that may not be believed",
      "It lasts only where actors fear answers that those who give them do not want (the senses gmr and smr)."
    ),
    entry("equilibrium", "A situation that lasts: every actor would stay in it, in the sense that is named."),
    entry("cannot last", "Somebody would leave it in every sense that was asked for."),
    entry("now", "As the events of the case stand; in another world it may be otherwise (`entente grid`)."),
    entry("always, never", "So in every situation that lasts, or in none of them."),
    entry(
      "free", "So in some of the situations that last and not so in others: this part the answer leaves open."
    ),
    entry("holds", "A condition holds in a situation, or a claim in a case, where it is true there."),
    entry("nash", "The sense in which an actor stays only where it can gain by no move at all (Nash 1950)."),
    entry(
      "seq",
      "Sequential stability: an actor stays if each of its gains can be spoiled by answers in which every step is a gain for whoever takes it (Fraser and Hipel 1979)."
    ),
    entry(
      "sseq",
      "As seq, and the actor cannot mend it afterwards by a move of its own (symmetric sequential stability, Rêgo and Vieira 2017)."
    ),
    entry(
      "gmr", "General metarationality: as seq, but answers count whether or not they are gains (Howard 1971)."
    ),
    entry(
      "smr",
      "As gmr, and the actor cannot mend it afterwards by a move of its own (symmetric metarationality, Howard 1971)."
    ),
    entry(
      "sim",
      "Simultaneous stability: a gain is spoiled where others gain at the same moment and all end up worse (Fraser and Hipel 1984)."
    ),
    entry(
      "turns",
      "A judgement turns a claim where changing it alone makes the claim false, or true; a pair turns it where neither does alone."
    ),
    entry(
      "edit",
      "One change of one judgement: a wish left out, turned round, put first or last, an event the other way."
    ),
    entry("swapped, one place lower", "An edit: a wish changes places with the next in its actor's order."),
    entry(
      "world",
      "One of the ways in which open events and readings can be combined; every question can be asked in each."
    ),
    entry("reading", "One of several views of what an actor wants, from `profiles` in the case."),
    entry(
      "doubt",
      "A judgement of which the case says that it may be otherwise; reports count in how many of all such readings something holds."
    ),
    entry(
      "idle",
      "It makes no difference: an option that nobody would ever use, an event that changes no answer, words that never apply."
    ),
    entry(
      "jump",
      "A step of several actors at once, from one situation that lasts to another that each of them likes better."
    ),
    entry(
      "way",
      "Moves that lead from one situation to another, each a gain for whoever makes it unless it is said otherwise."
    ),
    entry("in reach", "Some way leads there from the present; out of reach where none does."),
    entry(
      "at least", "A limit of time or memory ended the search: so many were found, and there may be more."),
    entry(
      "certificate",
      "The reason for a verdict, complete, so that a program which shares nothing with the solver can check it."
    ),
  ]

  private static func entry(_ word: String, _ meaning: String) -> Entry {
    Entry(word: word, meaning: meaning)
  }

  /// The entries of a word, also where it is one of several that stand together; those that hold it
  /// where none is it.
  static func entries(for wanted: String) -> [Entry] {
    let wanted = wanted.lowercased()
    let exact = entries.filter { entry in
      entry.word == wanted || entry.word.split(separator: ",").contains { $0.drop { $0 == " " } == wanted }
    }
    return exact.isEmpty ? entries.filter { $0.word.holds(wanted) } : exact
  }
}
