import StateSets
import Testing

@Suite struct StateSetTests {
  @Test func remembers() {
    var set = StateSet(over: 8)
    let isNew = set.insert(5)
    #expect(isNew)
    #expect(set.contains(5))
  }
}
