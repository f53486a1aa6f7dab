import Notation
import Testing

/// The examples of FIPS 180-4 and of NIST's test vectors (SHA256ShortMsg.rsp), and
/// lengths around the borders of a block.
@Suite("SHA-256") struct SHA256Tests {
  static let vectors: [(String, String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmnhijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
  ]

  @Test("the digests that NIST publishes", arguments: vectors)
  func published(text: String, digest: String) {
    #expect(SHA256.hex(of: Array(text.utf8)) == digest)
  }

  @Test("bytes that are no text")
  func bytes() {
    #expect(
      SHA256.hex(of: [0xD3]) == "28969cdfa74a12c82f3bad960b0b000aca2ac329deea5c2328ebc6f2ba9802c1")
    #expect(
      SHA256.hex(of: [0x5F, 0xD4]) == "7c4fbf484498d21b487b9d61de8914b2eadaf2698712936d47c3ada2558f6788")
  }

  /// The digest of all digests of 0…200 bytes of one value, which `sha256sum` agrees with.
  @Test("every length around the borders of blocks, and a million bytes")
  func lengths() {
    let all = (0...200).flatMap { SHA256.digest(of: [UInt8](repeating: 0x61, count: $0)) }
    #expect(SHA256.hex(of: all) == "1be2d7d291484baf4c78d463a65b40a26c255b1946e5205eac8edad606a76fdd")
    #expect(
      SHA256.hex(of: [UInt8](repeating: 0x61, count: 1_000_000))
        == "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0")
  }
}
