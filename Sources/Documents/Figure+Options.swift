extension Figure {
  /// What lasts, option by option: a column for the present and for each outcome, a row for each
  /// option, and where they meet whether it is taken.
  package struct Options: Hashable, Sendable {
    /// The present, an outcome, or what has no name.
    package struct Column: Hashable, Sendable {
      /// What it is called.
      package var name: Sentence
      /// The same where room is short, if it has a shorter name.
      package var short: String?
      /// How many states it stands for.
      package var stateCount: Int
      /// Whether it is the present.
      package var isPresent: Bool

      /// A column of so many states.
      package init(_ name: Sentence, short: String? = nil, stateCount: Int, isPresent: Bool = false) {
        (self.name, self.short) = (name, short)
        (self.stateCount, self.isPresent) = (stateCount, isPresent)
      }
    }

    /// What becomes of an option in the states of a column.
    package enum Cell: Hashable, Sendable {
      /// It is taken in every state.
      case always
      /// It is taken in some.
      case sometimes
      /// It is taken in none.
      case never
      /// It is at these levels, from 0 for the lowest.
      case levels([Int])
      /// It comes about in none, and these have their part of it offered in some: owners of the
      /// group, by index; and whether there are states where nobody has.
      case offers([Int], orNobody: Bool)
    }

    /// An option.
    package struct Row: Hashable, Sendable {
      /// What it is called.
      package var label: Sentence
      /// What its levels are called; none if it is taken or not.
      package var levels: [String]
      /// A cell for each column.
      package var cells: [Cell]

      /// An option with its cells.
      package init(_ label: Sentence, levels: [String] = [], cells: [Cell]) {
        (self.label, self.levels, self.cells) = (label, levels, cells)
      }
    }

    /// The options of an actor, or one that several take together.
    package struct Group: Hashable, Sendable {
      /// Whose they are; none where nobody controls them.
      package var owners: [Party]
      /// What stands over them.
      package var title: Sentence
      /// The options.
      package var rows: [Row]

      /// Options with their owners.
      package init(_ owners: [Party], title: Sentence, rows: [Row]) {
        (self.owners, self.title, self.rows) = (owners, title, rows)
      }
    }

    /// A column whose states all stand in another column as well.
    package struct Within: Hashable, Sendable {
      /// The columns, by index.
      package var inner: Int, outer: Int

      /// One column within another.
      package init(_ inner: Int, in outer: Int) { (self.inner, self.outer) = (inner, outer) }
    }

    /// What the columns stand for.
    package var columns: [Column]
    /// The options, actor by actor.
    package var groups: [Group]
    /// Which columns lie within others.
    package var within: [Within]
    /// What is to be known besides, such as that columns overlap.
    package var remarks: [Sentence]

    /// Options over columns.
    package init(
      columns: [Column], groups: [Group], within: [Within] = [], remarks: [Sentence] = []
    ) {
      (self.columns, self.groups) = (columns, groups)
      (self.within, self.remarks) = (within, remarks)
    }

    /// That columns lie within others, by what the columns are called.
    package func withinWords(_ name: (Int) -> Sentence) -> Sentence? {
      if within.isEmpty { return nil }
      let each: [Sentence] = within.map { "\(name($0.inner)) only with \(name($0.outer))" }
      return "\(Prose.list(each, atMost: 3))."
    }
  }
}

extension Figure.Options.Column {
  /// The short name, where it is another name and not the first of it.
  package var writtenShort: String? {
    guard let short, short != name.text, !short.hasSuffix("\u{2026}") else { return nil }
    return short
  }
}

extension Figure.Options.Row {
  /// Whether it is the same in all columns, so that it tells none from another.
  package var isConstant: Bool {
    guard let first = cells.first else { return true }
    switch first {
    case .always, .never: break
    case .levels(let values): if values.count > 1 { return false }
    case .sometimes, .offers: return false
    }
    return cells.allSatisfy { $0 == first }
  }

  /// The levels in words: `any`, `57 or 798`.
  package func words(_ values: [Int]) -> String {
    if values.count == levels.count, values.count > 1 { return "any" }
    let names = values.compactMap { levels.indices.contains($0) ? levels[$0] : nil }
    if values.count > 2, let first = values.first, let last = values.last, last - first == values.count - 1 {
      return "\(names[0]) to \(names[names.count - 1])"
    }
    return Prose.list(names, "or")
  }
}
