internal import Documents

extension SVGFace {
  /// The style of a picture that is a file of its own.
  static let sheet = "<style>\n\(colors)\(rules)</style>\n"

  private static let colors = """
    svg { --paper: #FBFAF6; --raise: #FFFFFF; --ink: #1E1C19; --soft: #56514A; --faint: #6B655C; --line: #8C867B; --rule: #DAD5C9;
      background: var(--paper); \(actorsByDay)
      --serif: Charter, "Bitstream Charter", Georgia, serif; --sans: Inter, system-ui, "Helvetica Neue", Arial, sans-serif; }
    @media (prefers-color-scheme: dark) { svg { --paper: #171614; --raise: #262420; --ink: #ECE8E0; --soft: #B4ADA2; --faint: #9A9388; --line: #7C766C; --rule: #3A3732;
      \(actorsByNight) } }

    """

  /// The colours of actors in a light room, and that of letters on them.
  static let actorsByDay = """
    --a1: #0B76B5; --a2: #BC520C; --a3: #0A4A33; --a4: #98306F; --a5: #4C4500; --a6: #7A8790; --a7: #00717F; --a8: #94624F; --on: #FFFFFF;
    """

  /// The same in a dark room.
  static let actorsByNight = """
    --a1: #4A9BE8; --a2: #DB6A40; --a3: #8FE8C0; --a4: #BE7FAA; --a5: #EFDC6C; --a6: #D5DEE8; --a7: #3FB6CE; --a8: #DE9787; --on: #000000;
    """

  /// How the parts of a picture look, in the colours of the page.
  static let rules = """
    .graph .node rect { fill: var(--raise); stroke: var(--ink); stroke-width: 1; }
    .graph .decisive rect { stroke-width: 1.5; }
    .graph .inner { fill: none; }
    .graph text { font: 400 12px var(--sans); fill: var(--soft); text-anchor: middle; }
    .graph .node text { text-anchor: start; }
    .graph .node .first { font: 400 14px var(--serif); fill: var(--ink); }
    .graph .decisive .first { font-weight: 700; }
    .graph .edge path { fill: none; stroke: var(--soft); stroke-width: 1.4; }
    .graph .edge .head { fill: var(--soft); stroke: none; }
    .graph .dashed path { stroke-dasharray: 5 4; }
    .marks text { font: 400 12px var(--sans); fill: var(--ink); }
    .marks .column { text-anchor: middle; fill: var(--soft); }
    .marks .group { font-weight: 600; }
    .marks .legend { fill: var(--soft); }
    .marks line { stroke: var(--rule); stroke-width: 1; }
    .marks .full, .marks .diamond, .marks .dot { fill: var(--ink); }
    .marks .ring, .marks .rim { fill: none; stroke: var(--line); stroke-width: 1.5; }
    .marks .dot { fill: var(--line); }
    .marks .rim { stroke: var(--ink); }
    \((1...8).map { ".a\($0) { --own: var(--a\($0)); }" }.joined(separator: " "))
    .a0 { --own: var(--soft); }
    .tag .ground { fill: var(--own); }
    .tag .letters { font: 600 11px var(--sans); fill: var(--on); text-anchor: middle; }
    .tag.a6 .letters { fill: #000000; }
    .tag.a0 .letters { fill: var(--paper); }
    .chain text { font: 400 12px var(--sans); fill: var(--soft); }
    .chain .tag .letters { font: 600 11px var(--sans); fill: var(--on); }
    .chain .tag.a6 .letters { fill: #000000; }
    .chain .tag.a0 .letters { fill: var(--paper); }
    .chain .change { font: 400 14px var(--serif); fill: var(--ink); }
    .chain .sign { font: 700 14px var(--sans); fill: var(--ink); }
    .chain .reason { font: 400 13px var(--serif); fill: var(--ink); }
    .chain .lead { font: 400 12px var(--sans); fill: var(--soft); }
    .chain .title { font: 700 15px var(--serif); fill: var(--ink); }
    .chain .basis { fill: var(--ink); }
    .chain .card { fill: var(--raise); stroke: var(--rule); stroke-width: 1; }
    .chain .bar { fill: var(--own); }
    .chain .frame { fill: var(--raise); stroke: var(--ink); stroke-width: 1.2; }
    .chain .rule { stroke: var(--line); stroke-width: 1; stroke-dasharray: 1 2; fill: none; }
    .chain .chip { fill: none; stroke: var(--line); stroke-width: 1; }
    .chain .stated { fill: var(--rule); }
    .chain .assumed { stroke-dasharray: 3 2; }
    .chain .lane .ground { fill: var(--own); fill-opacity: .07; }
    .chain .lane .edge { stroke: var(--rule); stroke-width: 1; }
    .chain .wire .line { fill: none; stroke: var(--own); stroke-width: 2; }
    .chain .wire .head { fill: var(--own); }
    .chain .last .line { stroke: var(--ink); stroke-dasharray: 2 3; }
    .chain .stop { fill: none; stroke: var(--ink); stroke-width: 4; }
    .chain .open { fill: none; stroke: var(--ink); stroke-width: 2; }
    .ladder text { font: 400 12px var(--sans); fill: var(--soft); }
    .ladder .name { font-weight: 600; fill: var(--ink); }
    .ladder .letter { text-anchor: middle; fill: var(--ink); }
    .ladder .place { text-anchor: end; }
    .ladder .axis { stroke: var(--line); stroke-width: 1; }
    .ladder .grid { stroke: var(--rule); stroke-width: 1; }
    .ladder .reach, .ladder .spot { fill: var(--own); stroke: var(--paper); stroke-width: 1; }
    .ladder .now { stroke: var(--ink); stroke-width: 2; stroke-dasharray: 6 3; }
    .graph a, .marks a, .chain a, .ladder a { text-decoration: none; }
    .graph a text, .marks a text, .chain a .source, .ladder a .legend { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; }

    """
}
