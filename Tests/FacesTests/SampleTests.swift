import Testing

@Suite("The sample that every face is tried on") struct SampleTests {
  @Test("has everything that a document may have") func complete() {
    #expect(Kinds(Sample.document, Sample.figures).found == Kinds.all)
  }
}
