package import ConflictModel
package import Stability

extension Doubts {
  /// Counts in how many completions each state, and some state of each outcome, is
  /// an equilibrium.
  ///
  /// An actor's stable states depend on its own order and, under `seq`, `sseq` and
  /// `sim`, on which of the others' moves are improvements. So they are worked out
  /// once for each order of an actor's own, together with each choice of the others'
  /// improvements, and completions are counted as products: none is solved twice,
  /// and most not at all.
  ///
  /// - Parameters:
  ///   - request: What to count.
  ///   - graph: The states and moves of the case's conflict.
  ///   - control: When to stop.
  ///
  /// - Complexity: Of *o* different orders of an actor, *c* of them different as to
  ///   the others, at most Σ *o* · Π *c* stable sets, with the product over the others.
  package func count(
    _ request: DoubtsRequest = DoubtsRequest(), in graph: StateGraph, control: Control = Control()
  ) -> DoubtsAnswer {
    let most = min(request.exactLimit, 1 << 40, UInt64(Int.max / 64))
    let isExact = completionCount.map { $0 <= UInt128(most) } ?? false
    var counter = DoubtsCounter(self, graph, control)
    if isExact { counter.countAll(request.concepts) } else { counter.sample(request) }
    return DoubtsAnswer(
      method: isExact ? .all : .sample(size: request.samples, seed: request.seed),
      concepts: counter.counts, limit: counter.limit, orderCounts: counter.tables.map { $0.orders.count })
  }
}
