internal import Documents

extension HTMLFace {
  /// How a page looks beyond that which is meant to be handed out on paper: set closer, so that it
  /// takes two pages; what it rests on is folded on a screen and not printed, since the places in the
  /// sources stand in the text.
  static func paperSheet(_ paper: Document.Paper) -> String {
    """
    .paper { max-width: 860px; }
    .paper section { margin-top: 24px; }
    .paper h1:not(.answer):has(+ .lead) { font: 400 26px/1.3 var(--serif); color: var(--ink); }
    .paper h2 { margin-bottom: 6px; }
    .paper p, .paper li { max-width: none; }
    .paper p, .paper ul, .paper ol { font-size: 15.5px; line-height: 1.45; }
    .paper .lead { border-top: 1px solid var(--ink); padding-top: 10px; }
    .paper .lead p { font-size: 17.5px; line-height: 1.42; }
    .paper .lead p:first-child { font-size: 19px; line-height: 1.4; }
    .paper .inset { margin: 6px 0 0; padding: 10px 14px; border: 1px solid var(--rule); background: var(--panel); }
    .paper .inset p, .paper .notes li { font: 400 13px/1.5 var(--sans); }
    .paper figure { margin: 12px 0; }
    @media screen {
      .paper figure svg.broad { display: none; }
    }
    @media screen and (min-width: 641px) {
      .paper figure svg.broad + svg.wide { display: block; }
    }
    .paper .notes { border: 0; padding: 0; }
    @media print {
      @page {
        size: \(paper == .letter ? "letter" : "A4"); margin: 12mm 14mm 12mm;
        @bottom-right { content: counter(page); font: 8pt sans-serif; color: #6B655C; }
      }
      .paper { max-width: none; columns: 2; column-gap: 7mm; }
      .paper > h1, .paper > .about, .paper > .lead { column-span: all; }
      .paper section { margin-top: 6.5pt; }
      .paper h1:not(.answer):has(+ .lead) { font-size: 16pt; margin-bottom: 4pt; }
      .paper h2 { font-size: 9pt; margin-bottom: 2pt; }
      .paper p, .paper ul, .paper ol { font-size: \(paper == .letter ? "8.2pt" : "8.4pt"); line-height: 1.3; margin: 2pt 0; }
      .paper ul, .paper ol { padding-left: 11pt; }
      .paper li { margin-bottom: 1.2pt; break-inside: auto; orphans: 2; widows: 2; }
      .paper .lead { padding-top: 4pt; margin-bottom: 2pt; }
      .paper .lead p, .paper .lead p:first-child { font-size: 9.8pt; line-height: 1.32; }
      .paper .inset { padding: 3pt 6pt; break-inside: avoid; }
      .paper .inset p { font-size: 7.6pt; line-height: 1.34; }
      .paper figure { margin: 4pt 0; }
      .paper figure svg.wide, .paper figure svg.broad { display: none; }
      .paper figure svg.narrow { display: block; }
      .paper figure svg { zoom: \(paper == .letter ? "0.64" : "0.68"); }
      .paper figure svg.judgements { zoom: \(paper == .letter ? "0.56" : "0.6"); }
      .paper figcaption { font-size: 7.4pt; line-height: 1.32; margin-top: 2pt; max-width: none; }
      .paper a { text-decoration: none; }
      .paper .notes, .paper .about { display: none; }
    }

    """
  }
}
