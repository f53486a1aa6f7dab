internal import Documents

extension SVGFace {
  /// The colours of a light room.
  static let day = """
    --paper: #FBFAF6; --panel: #F3F0E8; --raise: #FFFFFF; --ink: #1E1C19; --soft: #56514A; --faint: #6B655C;
    --rule: #DAD5C9; --line: #8C867B; --link: #1C4E80; --focus: #0B57D0; --warn: #7A4B00; --mark: #FFF1B8; --hit: #F6E3C8;
    """

  /// The colours of a dark room.
  static let night = """
    --paper: #171614; --panel: #201F1C; --raise: #262420; --ink: #ECE8E0; --soft: #B4ADA2; --faint: #9A9388;
    --rule: #3A3732; --line: #7C766C; --link: #8FC1F0; --focus: #A8C7FA; --warn: #F0BE6A; --mark: #4A3D00; --hit: #43341F;
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
    .chain .unstated { stroke-dasharray: 1 2; }
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
    .s-full { fill: var(--ink); }
    .s-rim { fill: none; stroke: var(--ink); stroke-width: 1.5; }
    .s-ring { fill: none; stroke: var(--line); stroke-width: 1.5; }
    .s-dot { fill: var(--line); }
    .s-open { font: 600 12px var(--sans); fill: var(--soft); text-anchor: middle; }
    .options text { font: 400 13px var(--sans); fill: var(--ink); }
    .options .head, .options .now { font: 400 13px var(--serif); text-anchor: middle; }
    .options .now { font-style: italic; }
    .options .count, .options .words { font: 400 12px var(--sans); text-anchor: middle; }
    .options .count, .options .legend { fill: var(--soft); }
    .options .legend, .options .apart { font: 400 12px var(--sans); }
    .options .letter { font: 600 12px var(--sans); }
    .options .group { font-weight: 600; }
    .options .edge { stroke: var(--ink); stroke-width: 1.5; fill: none; }
    .options .rule { stroke: var(--rule); stroke-width: 1; fill: none; }
    .options .same { fill: var(--panel); }
    .options .bar { fill: var(--own); }
    .judgements text { font: 400 12px var(--sans); fill: var(--soft); }
    .judgements .name { font: 400 13px var(--sans); fill: var(--ink); }
    .judgements .label, .judgements .quiet { text-anchor: middle; }
    .judgements .label { fill: var(--ink); }
    .judgements .box { fill: var(--raise); stroke: var(--line); stroke-width: 1; }
    .judgements .stated { stroke: var(--ink); stroke-width: 1.4; }
    .judgements .unstated { stroke: var(--ink); stroke-dasharray: 1 2.5; }
    .judgements .assumed { stroke-dasharray: 4 3; }
    .judgements .turning { fill: var(--hit); }
    .worlds text { font: 400 12px var(--sans); fill: var(--soft); }
    .worlds .title, .worlds .name { font-weight: 600; fill: var(--ink); }
    .worlds .name { font-size: 13px; }
    .worlds .value { text-anchor: middle; fill: var(--ink); }
    .worlds .label { fill: var(--ink); }
    .worlds .letter { font: 400 17px var(--serif); fill: var(--ink); text-anchor: middle; }
    .worlds .edge { stroke: var(--line); stroke-width: 1; fill: none; }
    .worlds .none { stroke: var(--line); stroke-width: 1; fill: none; }
    .worlds .cell { fill: var(--raise); stroke: var(--line); stroke-width: 1; }
    .worlds .written { stroke: var(--ink); stroke-width: 2.2; }
    .worlds .other { fill: var(--hit); }
    .map text { font: 400 12px var(--sans); fill: var(--soft); }
    .map .head, .map .number { text-anchor: middle; }
    .map .name { font: 400 14px var(--serif); fill: var(--ink); }
    .map .label, .map .number { fill: var(--ink); }
    .map .line { fill: none; stroke: var(--own); stroke-width: 2; }
    .map .tip { fill: var(--own); }
    .map .clear { fill: var(--raise); stroke: var(--ink); stroke-width: 1.5; }
    .map .none { stroke: var(--line); stroke-width: 1.5; stroke-dasharray: 2 3; fill: none; }
    .map .bar { stroke: var(--ink); stroke-width: 3; fill: none; }
    .map .rule { stroke: var(--rule); stroke-width: 1; fill: none; }
    .map a, .graph a, .marks a, .chain a, .ladder a, .options a, .judgements a, .worlds a { text-decoration: none; }
    .graph a text, .marks a text, .chain a .source, .ladder a .legend, .options a .legend, .worlds a .legend { text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2px; }

    """
}
