extension HTMLFace {
  /// How the page looks: in a light and a dark room, on narrow and wide screens, on paper.
  static let styleSheet = """
    :root {
      color-scheme: light dark;
      --serif: Charter, "Bitstream Charter", "Iowan Old Style", "Charis SIL", Georgia, "Liberation Serif", "Times New Roman", serif;
      --sans: Inter, system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      --mono: ui-monospace, "SF Mono", Consolas, "DejaVu Sans Mono", monospace;
      \(SVGFace.day)
      \(SVGFace.actorsByDay)
    }
    @media screen and (prefers-color-scheme: dark) {
      :root {
        \(SVGFace.night)
        \(SVGFace.actorsByNight)
      }
    }
    * { box-sizing: border-box; }
    html { background: var(--paper); color: var(--ink); -webkit-text-size-adjust: 100%; }
    body { margin: 0; font: 400 14.5px/1.5 var(--sans); overflow-wrap: break-word; }
    main { max-width: 1280px; margin: 0 auto; padding: 32px 32px 72px; }
    h1, h2, h3, h4, h5, h6, p, ol, ul, figure, pre { margin: 0; padding: 0; }
    h1 { font: 400 26px/1.36 var(--serif); max-width: 37em; margin-bottom: 12px; text-wrap: pretty; }
    h1:not(.answer):has(+ .lead) { font: 400 20px/1.3 var(--serif); color: var(--soft); margin-bottom: 8px; }
    p.about { font: 400 14.5px/1.5 var(--sans); color: var(--soft); margin-bottom: 4px; }
    h2 { font: 600 14.5px/1.35 var(--sans); margin-bottom: 12px; }
    h3, h4, h5, h6 { font: 600 13px/1.4 var(--sans); color: var(--soft); margin: 16px 0 8px; }
    section { margin-top: 38px; }
    section section { margin-top: 24px; }
    p, li { max-width: 44em; text-wrap: pretty; }
    p, .below { font: 400 16.5px/1.5 var(--serif); }
    p + p { margin-top: 8px; }
    .lead p { font: 400 20px/1.4 var(--serif); max-width: 37em; }
    .lead p:first-child { font-size: 26px; line-height: 1.36; }
    .pause { height: 16px; }
    .inset { margin: 8px 0 8px 24px; }
    .inset p, .inset li { font-size: 15.5px; }
    .inset + ul, .inset + ol { margin-left: 24px; }
    a { color: var(--link); text-decoration: underline; text-decoration-thickness: 1px; text-underline-offset: 2.5px; }
    a.ref { color: inherit; text-decoration-color: var(--line); }
    a.ref:hover { color: var(--link); text-decoration-color: currentColor; }
    :focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 3px; }
    :target { background: var(--mark); }
    strong { font-weight: 700; }
    .unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); }
    .aside { color: var(--soft); }
    .caution { color: var(--warn); font-weight: 600; }
    .good { font-weight: 600; }
    ul, ol { font: 400 16.5px/1.5 var(--serif); padding-left: 20px; margin: 8px 0; }
    ul.dashes { list-style: "\\2013\\00a0\\00a0"; }
    ul.stars { list-style: none; padding-left: 0; }
    ul.words { list-style: none; padding-left: 0; }
    ul.stars > li { margin-top: 16px; }
    li { margin-bottom: 4px; }
    .below > ul, .below > ol { margin: 4px 0; }
    ul.words > li { padding-left: 48px; }
    .verdict { float: left; width: 44px; margin-left: -48px; font: 600 13px/1.4 var(--sans); }
    .scroll { overflow-x: auto; max-width: 100%; margin: 12px 0; scrollbar-width: thin; }
    table { border-collapse: collapse; font: 400 13px/1.4 var(--sans); font-variant-numeric: tabular-nums lining-nums; }
    th { font-weight: 400; text-align: left; }
    td, th { padding: 5px 16px 5px 0; border-bottom: 1px solid var(--rule); vertical-align: baseline; text-align: left; max-width: 44em; }
    thead th, thead td { vertical-align: bottom; border-bottom: 1.5px solid var(--ink); color: var(--soft); }
    tr > :last-child { padding-right: 0; }
    .number { text-align: right; }
    tr.group th { font-weight: 600; padding-top: 13px; border-bottom-color: var(--line); }
    .grid td, .grid thead th { text-align: center; padding: 5px 8px; min-width: 32px; }
    .grid thead th { font: 400 13.5px/1.3 var(--serif); color: var(--ink); }
    .grid th:first-child { text-align: left; padding: 5px 12px 5px 0; min-width: 220px; }
    .grid tbody tr.group th { padding-top: 13px; }
    .grid tbody th[scope="row"] { padding-left: 14px; }
    pre, code { font: 400 13px/1.5 var(--mono); }
    pre { padding: 12px 16px; background: var(--panel); border-radius: 3px; width: max-content; min-width: 100%; }
    details { margin: 16px 0; border: 1px solid var(--rule); border-radius: 6px; padding: 0 16px; background: var(--raise); --paper: var(--raise); }
    summary { font: 600 14.5px/1.35 var(--sans); padding: 10px 0; cursor: pointer; }
    details[open] { padding-bottom: 12px; }
    figure { margin: 16px 0; }
    figure svg { display: block; }
    figure svg.narrow, figure svg.broad { display: none; }
    @media screen and (min-width: 1272px) {
      figure svg.broad { display: block; }
      figure svg.broad + svg.wide { display: none; }
    }
    figcaption { font: 400 13px/1.5 var(--sans); color: var(--soft); max-width: 62em; margin-top: 8px; }
    figure details { margin: 8px 0 0; border: 0; padding: 0; background: none; }
    figure summary { font: 400 13px/1.5 var(--sans); color: var(--link); padding: 2px 0; text-decoration: underline; text-underline-offset: 2.5px; }
    .notes { border-top: 1px solid var(--rule); padding-top: 24px; }
    .notes ul { list-style: none; padding: 0; }
    .notes li { font: 400 13px/1.5 var(--sans); color: var(--soft); max-width: 62em; padding: 2px 4px; margin: 0 -4px 2px; }
    .notes li strong { color: var(--ink); font-weight: 600; }
    .notes code { color: var(--ink); overflow-wrap: anywhere; }
    a.back { white-space: nowrap; padding: 0 3px; }
    .scroll > table.grid th:first-child, .scroll > table.grid thead td:first-child { position: sticky; left: 0; background: var(--paper); }
    \(SVGFace.rules)
    @media (max-width: 640px) {
      main { padding: 20px 16px 48px; }
      section { margin-top: 30px; }
      h1, .lead p:first-child { font-size: 21.5px; }
      .lead p { font-size: 17.5px; }
      .inset, .inset + ul, .inset + ol { margin-left: 12px; }
      .grid th:first-child { min-width: 120px; max-width: 45vw; }
      .list td, .list th { padding-right: 10px; }
      figure svg.wide { display: none; }
      figure svg.narrow { display: block; }
      .grid tbody th[scope="row"] { padding-left: 8px; }
      details { padding: 0 12px; }
    }
    @media print {
      @page { margin: 18mm 16mm; }
      html { background: none; }
      body { font-size: 10.5pt; }
      main { max-width: none; padding: 0; }
      p, ul, ol, .below { font-size: 10.5pt; }
      h1, .lead p:first-child { font-size: 16pt; }
      .lead p { font-size: 12.5pt; }
      section { margin-top: 18pt; }
      h1, h2, h3, h4, h5, h6, summary, tr.group { break-after: avoid; }
      tr, li, figure { break-inside: avoid; }
      .scroll { overflow: visible; }
      .scroll > table.grid th:first-child { position: static; background: none; }
      table, .notes li { font-size: 9pt; }
      pre { white-space: pre-wrap; width: auto; }
      figure svg { max-width: 100%; max-height: 230mm; height: auto; }
      figure details, a.back { display: none; }
      details { border: 0; padding: 0; background: none; }
      details::details-content { content-visibility: visible; display: block; height: auto; }
      a { color: inherit; text-decoration-color: var(--rule); }
    }

    """
}
