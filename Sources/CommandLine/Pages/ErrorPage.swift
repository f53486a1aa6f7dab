/// What each error code means, with the smallest text that causes it: Documentation/ErrorCodes.md is
/// recorded from here, so that the program explains a code where no documentation is at hand.
enum ErrorPage {
  /// What is said of a code; nil where there is no such code.
  static func section(_ code: String) -> String? {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "### `\(code)`") else { return nil }
    let end = lines[(start + 1)...].firstIndex { $0.hasPrefix("#") && !$0.hasPrefix("# ") } ?? lines.endIndex
    // Remarks in an example begin as titles do, so only titles below the first count.
    let section = lines[(start + 1)..<end]
    return section.joined(separator: "\n")
  }

  /// The codes, in the order of the page.
  static var codes: [String] {
    text.split(separator: "\n").filter { $0.hasPrefix("### `") }.map { String($0.dropFirst(5).dropLast()) }
  }

  static let text = #"""
    # Error codes

    Every problem that Entente reports has a place, a message and a code, the same in the terminal, in the library and in JSON:

        case.yaml:6:15: error: nothing is called 'w' [unknown-name]

    Messages may be reworded in any release; codes stay. Below, each code with the smallest text that causes it.

    ## Files

    ### `unreadable-file`
    The file is missing, is a folder, or may not be read.

    ### `empty-file`
    The file has nothing in it, or only comments.

    ```yaml
    # only a comment
    ```

    ### `file-too-large`
    The file is larger than 16 MiB, or holds more than a million values.

    ### `not-utf8`
    Some bytes are not UTF-8. The first of them is named by line and column.

    ### `outside-folder`
    A case extends a file that lies outside its own folder, and outside the working directory where the case lies in that. A case may come from anybody, so
    [what it may read](CommandLine.md#what-a-case-may-read) is limited; `--allow-outside FOLDER` lets it read in a further folder. As a warning: the text
    of a source lies there, and what is cited from it is not checked.

    ### `foreign-file`
    The file is something else than a case: a game for Gambit (`.nfg`, `.efg`), a matrix of ScenarioWizard (`.scw`), a workbook or another table
    (`.xlsx`, `.ods`, `.csv`), a document (`.docx`, `.pdf`, a web page), an archive, a picture, or JSON of another program. It is known by its
    content or, failing that, by the ending of its name. The message says what it is and what can be done.

    ### `extends-loop`
    Files extend each other in a circle.

    ## YAML

    ### `yaml-syntax`
    The text is not YAML. Such a fault is reported alone, because everything after it would be guesswork.
    So is a character that no text may hold, written as it is or as an escape: control characters other than tab and the breaks of lines, U+FFFE and
    U+FFFF.

    ```yaml
    entente: 1
    actors: {a: {prefers: indifferent}
    ```

    ### `yaml-feature`
    The text uses an anchor, an alias, a tag or a merge key. A case is written out in full.

    ```yaml
    entente: 1
    actors: {a: &x {prefers: indifferent}}
    ```

    ### `several-documents`
    The text holds more than one YAML document.

    ```yaml
    entente: 1
    ---
    actors: {a: {prefers: indifferent}}
    ```

    ### `nested-too-deeply`
    Something is nested more than 256 deep, or more than 32 files extend one another.

    ## Conditions

    ### `condition-syntax`
    A condition cannot be read.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x and]}}
    ```

    ### `unbalanced-parentheses`
    Parentheses do not match. Often a condition with a comma was not quoted inside `[ ]` or `{ }`.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [(x]}}
    ```

    ### `ambiguous-chain`
    Words such as `if` and `iff` follow each other; parentheses have to say which comes first.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X, y: Y}, prefers: [x if y if x]}}
    ```

    ## Keys and values

    ### `unknown-key`
    A key that has no meaning where it stands. Often a slip of the pen, or text with a comma or colon that was not quoted.

    ```yaml
    entente: 1
    titel: A misspelt key
    actors: {a: {prefers: indifferent}}
    ```

    ### `missing-key`
    A key that has to be there is not.

    ```yaml
    entente: 1
    title: A case without actors
    ```

    ### `wrong-shape`
    A mapping, a list or a single value stands where something else is due.

    ```yaml
    entente: 1
    actors: {a: {prefers: peace}}
    ```

    ### `wrong-value`
    A single value does not have the form that is due: a date, a number, yes or no, one of a few words; a name or title that is not blank.

    ```yaml
    entente: 1
    as_of: last spring
    actors: {a: {prefers: indifferent}}
    ```

    ### `conflicting-keys`
    Two keys that exclude each other stand side by side.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x]}}
    rules: [{always: a.x, never: a.x}]
    ```

    ### `unknown-version`
    The file is written in a version of the format that this program does not know.

    ```yaml
    entente: 2
    actors: {a: {prefers: indifferent}}
    ```

    ### `duplicate-key`
    A key stands twice in one mapping. Both places are named.

    ```yaml
    entente: 1
    title: One
    title: Two
    actors: {a: {prefers: indifferent}}
    ```

    ## Names

    ### `bad-identifier`
    An id has a character that ids do not have, starts with something else than a letter, or is longer than 64.

    ```yaml
    entente: 1
    actors: {3rd: {prefers: indifferent}}
    ```

    ### `reserved-name`
    An id is a word of the condition language.

    ```yaml
    entente: 1
    actors: {a: {options: {not: Nothing}, prefers: indifferent}}
    ```

    ### `duplicate-name`
    Two things have one name. Events, definitions, joint options, outcomes, actors and states share one set of names.

    ```yaml
    entente: 1
    events: {a: {holds: no}}
    actors: {a: {prefers: indifferent}}
    ```

    ### `unknown-name`
    Nothing has the name. The message suggests one that is near.

    ```yaml
    entente: 1
    actors: {a: {options: {withdraw: Withdraw}, prefers: [withdrew]}}
    ```

    ### `ambiguous-name`
    A bare name could mean two things. Write `actor.option`.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x]}, b: {options: {x: X}, prefers: [x]}}
    rules: [x]
    ```

    ### `wrong-kind`
    The name stands for something else than what is due: an actor in a condition, an event in a list of what is taken.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [a]}}
    ```

    ### `definition-cycle`
    Definitions use each other in a circle.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [t]}}
    define: {t: not u, u: not t}
    ```

    ### `unknown-level`
    The option has no such level.

    ```yaml
    entente: 1
    actors: {a: {options: {c: {levels: {low: Low, high: High}}}, prefers: [c >= middle]}}
    ```

    ### `bare-level`
    An option with levels stands alone. Say which level: `c >= high`.

    ```yaml
    entente: 1
    actors: {a: {options: {c: {levels: {low: Low, high: High}}}, prefers: [c]}}
    ```

    ### `unknown-source`
    A judgement points to a source that the case does not list.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [{that: x, because: {source: memo}}]}}
    ```

    ### `unknown-statement`
    An overlay or profile edits a statement by an id that none has.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x], profiles: {p: {prefers: {drop: [s1]}}}}}
    ```

    ### `unknown-argument`
    What the command line or a request asks for does not exist in the case, such as an event, an actor or a present situation, or
    cannot be asked about it; the message says which.

    ### `changes-within`
    `--on` names a month or a year within which an event changes. Name a day.

    ### `perceived-actors`
    What an actor [`perceives`](Language.md#what-an-actor-perceives) adds an actor, or leaves one out.

    ```yaml
    entente: 1
    actors:
      north: {options: {arm: Arm}, prefers: [not arm], perceives: {actors: {suoth: {prefers: indifferent}}}}
      south: {prefers: [north.arm]}
    ```

    ### `perceived-options`
    What an actor perceives adds an option, or changes the levels of one or who takes it. An actor may miss options, not imagine them: put the
    option in the case and have the others not see it.

    ```yaml
    entente: 1
    actors:
      north: {options: {arm: Arm}, prefers: [not arm], perceives: {actors: {south: {options: {raid: Raid}}}}}
      south: {prefers: [north.arm]}
    ```

    ## Evidence

    Found by `entente check` where the text of the source is at hand.

    ### `unknown-place`
    The source's text has no such paragraph or sentence. With the text `One. Two.`:

        because: memo 1.3

    ### `fingerprint-mismatch`
    The sentence at the place has another fingerprint: the place is wrong, or the text has changed. With the text `One. Two.`:

        because: "memo 1.2 #f00ba4f00ba4"

    ### `quote-mismatch`
    The place does not hold the words quoted; white space does not count. With the text `One. Two.`:

        because: {source: memo, at: 1.2, quote: One}

    ### `unclear-citation`
    A warning: a note begins with the id of a source, and was probably meant to cite it; a note cites nothing. The short form is the id, perhaps
    a place such as `3.6`, perhaps a fingerprint, and a colon before a note. Write `memo 3.6: so he said`, or with a basis or a place in print
    `{source: memo, at: p. 3, basis: inferred}`.

    ```yaml
    entente: 1
    sources: {memo: {title: A memo}}
    actors: {a: {options: {x: X}, prefers: [{that: x, because: memo 3.6 inferred}]}}
    ```

    ## Meaning

    ### `no-actors`
    A case has at least one actor.

    ```yaml
    entente: 1
    actors: {}
    ```

    ### `missing-preference`
    An actor does not say what it wants. If it wants nothing, say so: `prefers: indifferent`.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}}}
    ```

    ### `two-preferences`
    An actor says what it wants in two ways.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x], weights: {x: 1}}}
    ```

    ### `too-many-options`
    More than 62 options, thresholds of levels included.

    ### `no-feasible-state`
    The rules leave no state. A smallest set of rules that contradict each other is named.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X, y: Y}, prefers: [x]}}
    rules: [a.x or a.y, not a.x, not a.y]
    ```

    ### `infeasible-status-quo`
    The status quo breaks a rule. Everything that it does not list is not taken.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X, y: Y}, prefers: [x]}}
    rules: [x implies y]
    status_quo: [x]
    ```

    ### `ambiguous-status-quo`
    A status quo given as a condition fits several states.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X, y: Y}, prefers: [x]}}
    status_quo: x
    ```

    ### `ranking-misses-state`
    A ranking leaves out a feasible state.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, ranking: [2]}}
    ```

    ### `ranking-repeats-state`
    A ranking lists a state twice.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, ranking: [2, 1, 2]}}
    ```

    ### `unknown-state`
    No feasible state has the number, pattern, code or id.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, ranking: [2, 1, 3]}}
    ```

    ### `wrong-form`
    Something that has no meaning in a case of this form: options beside listed states, listed moves beside options.

    ```yaml
    entente: 1
    states: {s1: One, s2: Two}
    actors: {a: {options: {x: X}, ranking: [s1, s2]}}
    ```

    ### `uncountable-doubts`
    The `unknown` pairs in a ranking leave so many states in an order not known that their orders cannot be counted: a dozen states, say,
    of which every pair is open. Only `entente doubts` reports it.
    ### `contradictory-dates`
    The dates of an event cannot all be true: it ends before it begins, its history is out of order, or its history says otherwise than `since`
    and `until` do. See [Language.md](Language.md#events-in-time).

    ```yaml
    entente: 1
    events: {war: {holds: yes, since: 2022-02, history: [{date: 2021-05, holds: yes}]}}
    actors: {a: {options: {x: X}, prefers: [x if war]}}
    ```

    ## Doubts

    Warnings, shown by `entente check`. The case has a meaning, perhaps not the intended one.

    ### `constant-statement`
    A statement of preference is true, or false, in every feasible state, whatever the events, and so makes no difference.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X, y: Y}, prefers: [x or y, x]}}
    rules: [{exactly one of: [x, y]}]
    ```

    ### `unused-name`
    A definition or an event that no condition uses. A `because` beside it says that it is meant.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x]}}
    define: {idle: a.x}
    ```

    ### `untouched-option`
    No wish of another actor has anything to do with the option, and no rule ties it to something else: taking it moves nobody. Say what it means to
    somebody, or say with `because` beside the option why it is there. Nothing is said where only one actor has wishes.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x]}, b: {options: {y: Y}, prefers: [y]}, c: {prefers: [b.y]}}
    ```

    ### `unwished-option`
    The statements of an actor say nothing of one of its own options, and no rule ties it to something else, so that taking it costs nothing:
    the actor could punish others with it for free. If it would rather not, end its wishes with `not x`; else say with `because` beside the option
    why it has no wish about it.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [y]}, b: {options: {y: Y}, prefers: [not x, y]}}
    ```

    ### `idle-profile`
    Under the profile the actor wants exactly what it wants without it, so that choosing it changes nothing and `entente grid` solves every world
    twice. A `because` beside the profile says that it is meant.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x], profiles: {same: {prefers: {replace: {}}}}}}
    ```

    ### `similar-name`
    An overlay adds an actor, option, event or source whose id is nearly that of one in its base. Perhaps it was meant to change that one.
    `entente check` says what else an overlay adds.

    ### `locking-rule`
    A rule across actors keeps one of them from undoing what it did. If only the taking is meant, write `{take: a.x, needs: b.y}`;
    a `because` on the rule says that it is meant as it stands.

    ```yaml
    entente: 1
    actors: {a: {options: {x: X}, prefers: [x]}, b: {options: {y: Y}, prefers: [y]}}
    rules: [a.x implies b.y]
    ```

    ## Files of other programs

    For `.gmcr` files; `Interchange.md` says what is read and written. The codes of shape (`missing-key`, `wrong-shape`, `wrong-value`,
    `duplicate-key`, `conflicting-keys`), of rankings and of files mean there what they mean in a case, and their messages name the JSON
    path besides the line and column.

    ### `json-syntax`
    The text is not JSON, or ends too early. Such a fault is reported alone, because everything after it would be guesswork.

    ```json
    {"options": [
    ```

    ### `unowned-option`
    An option that no decision maker controls. It would never change and yet double the number of states. Give it to a decision maker, or
    take it out; in a case file, a fact that nobody controls is an event.

    ```json
    {"options": [{"name": "Rain", "permittedDirection": "both"}], "decisionMakers": [{"name": "A", "options": [], "preferences": []}],
     "infeasibles": [], "useManualPreferenceRanking": false}
    ```

    ### `doubly-owned-option`
    An option that is listed for two decision makers, or twice for one.

    ```json
    {"options": [{"name": "Dam", "permittedDirection": "both"}], "decisionMakers": [{"name": "A", "options": [0, 0], "preferences": []}],
     "infeasibles": [], "useManualPreferenceRanking": false}
    ```

    ### `unknown-index`
    A number of an option or decision maker that the file does not have; both are counted from 0.

    ```json
    {"options": [], "decisionMakers": [{"name": "A", "options": [], "preferences": [[[3, "Y"]]]}],
     "infeasibles": [], "useManualPreferenceRanking": false}
    ```

    ### `not-a-partition`
    Coalitions that do not name every decision maker exactly once.

    ```json
    {"options": [], "decisionMakers": [{"name": "A", "options": [], "preferences": []}],
     "infeasibles": [], "useManualPreferenceRanking": false, "coalitions": [0, 0]}
    ```

    ### `not-applied`
    A warning: something in the file has no effect on the answers. Coalitions are kept when the file is written again and otherwise left
    alone; the statements of a file that ranks states by hand are not used.

    ```json
    {"options": [], "decisionMakers": [{"name": "A", "options": [], "preferences": []}, {"name": "B", "options": [], "preferences": []}],
     "infeasibles": [], "useManualPreferenceRanking": false, "coalitions": [[0, 1]]}
    ```

    ### `not-expressible`
    The case says something that the other format has no words for, so nothing is written: a case in graph form as `.gmcr` or `.nfg`, or a
    rule that takes more than 1,024 combinations of options.

    ### `export-too-large`
    The file would hold more than a million moves or strategy profiles, or a graph for people more states and moves than anybody could follow,
    so nothing is written; the message says how many there are and what shows them in another way.

    ### `answers-differ`
    A warning: the file that was written leaves out something that changes answers, such as moves that an actor cannot make.

    ### `not-kept`
    A warning: the file that was written leaves out something that changes no answer, such as sources and outcomes.

    ## On the command line

    ### `unwritable-file`
    The file after `-o`, or standard output, cannot be written: its folder is missing, it is a folder itself, or there is no room. Nor is a file ever
    replaced that the answer rests on: a case, one that it builds on, or the text of a source, by whatever name; `--force` makes no difference.

    ### `file-exists`
    `entente new` was to write a file that is there already. `--force` replaces it.

    ### `extends-others`
    `entente convert --to yaml` on a case that builds on other files. One file would hold all of them; `--flat` says that this is wanted.

    ### `no-converter`
    `entente brief -o brief.docx` or `-o brief.pdf`, or `entente draw -o picture.png`, where no program is installed that makes such a file; the message names the packages that
    have one. `.html`, `.md` and `.svg` need none.

        entente draw options case.yaml -o picture.png

    ### `failed-conversion`
    The program that was to make a `.docx` or `.pdf` of a page, or a `.png` of a picture, could not; the message says what it said last. `.html`, `.md` and `.svg` need none.

    ### `no-cases`
    A folder given to `entente check` holds no file that ends in `.yaml`, `.yml` or `.gmcr`. Or `entente cases` found no catalog, or no case in it with the words
    asked for; without words it lists all.

    ### `nothing-to-draw`
    `entente draw` was asked for a picture of what is not there, such as options in graph form, where states are listed instead of made of options:

        entente draw options graph.yaml

    ### `unreadable-claim`
    A claim after `--claim` has none of the forms `status-quo lasts`, `OUTCOME lasts under nash`, `every seq satisfies CONDITION`,
    `some seq satisfies CONDITION`, `no seq satisfies CONDITION`, or names a concept that there is not.

    """#
}
