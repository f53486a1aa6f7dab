internal import Documents
internal import Notation

/// A figure as a picture in SVG.
///
///     let file = SVGFace.standalone(figure, caption: "How it can go on", width: .page)
///
/// On a page the colours follow the reader's light or dark room, and what is shown leads to what is
/// known of it. A picture that is a file of its own has everything in it, in light colours: see
/// ``standalone(_:caption:size:)``.
package enum SVGFace {
  /// The figure as elements of a page that has the colours and rules, with links to what it shows.
  /// Nobody can tell here how wide the page will be: where it matters there are two or three
  /// pictures, of which the page's style shows one.
  static func element(
    _ figure: Figure, title: String, _ anchor: @escaping (Reference) -> String?
  ) -> String {
    func drawn(_ width: Int) -> Drawn { self.drawn(figure, width: width, anchor) }
    let wide = drawn(PictureWidth.wide)
    if case .graph = figure { return wide.element(title: title) }
    if wide.width <= PictureWidth.narrow { return wide.element(title: title) }
    var elements: [String] = []
    if gainsFromRoom(figure) {
      elements.append(drawn(PictureWidth.broad).element(title: title, place: " broad"))
    }
    elements.append(wide.element(title: title, place: " wide"))
    elements.append(drawn(PictureWidth.narrow).element(title: title, place: " narrow"))
    return elements.joined(separator: "\n")
  }

  /// The figure laid out in a width.
  static func drawn(
    _ figure: Figure, width: Int, _ anchor: @escaping (Reference) -> String?
  ) -> Drawn {
    switch figure {
    case .graph(let graph): GraphPicture(graph).drawn(anchor)
    case .marks(let marks): MarksPicture(marks, width: width).drawn(anchor)
    case .chain(let chain): ChainPicture(chain, width: width).drawn(anchor)
    case .ladder(let ladder): LadderPicture(ladder, width: width).drawn(anchor)
    case .options(let options): OptionsPicture(options, width: width).drawn(anchor)
    case .judgements(let judgements): JudgementsPicture(judgements, width: width).drawn(anchor)
    case .worlds(let worlds): WorldsPicture(worlds, width: width).drawn(anchor)
    case .map(let map): MapPicture(map, width: width).drawn(anchor)
    }
  }

  /// Whether a large screen shows it in another form than a page.
  private static func gainsFromRoom(_ figure: Figure) -> Bool {
    switch figure {
    case .graph, .marks, .ladder, .worlds: false
    case .map: true
    case .chain(let chain): !ChainPicture(chain, width: PictureWidth.wide).isOneRow
    case .judgements(let judgements):
      !JudgementsPicture(judgements, width: PictureWidth.wide).isAligned
        && JudgementsPicture(judgements, width: PictureWidth.broad).isAligned
    case .options(let options): OptionsPicture(options, width: PictureWidth.wide).form != .named
    }
  }
}
