/// Files in one, as ZIP has them, none of them pressed together (PKWARE's APPNOTE 6.3.4, method 0).
/// A library would be there for what is not needed here: reading, and pressing.
struct StoredArchive {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count: UInt16 = 0

  /// Adds a file.
  mutating func add(_ name: String, _ text: String) {
    let (name, content) = (Array(name.utf8), Array(text.utf8))
    let size = UInt32(content.count)
    // Version 2.0, no flags, stored, at the first moment that can be told.
    var common: [UInt8] = []
    for number in [20, 0, 0, 0, 0x21] as [UInt16] { Self.append(number, to: &common) }
    for number in [Self.checksum(content), size, size] { Self.append(number, to: &common) }
    Self.append(UInt16(name.count), to: &common)
    Self.append(UInt16(0), to: &common)
    let offset = UInt32(bytes.count)
    Self.append(UInt32(0x0403_4B50), to: &bytes)
    bytes += common + name + content
    Self.append(UInt32(0x0201_4B50), to: &directory)
    Self.append(UInt16(20), to: &directory)
    directory += common
    for number in [0, 0, 0] as [UInt16] { Self.append(number, to: &directory) }
    for number in [0, offset] as [UInt32] { Self.append(number, to: &directory) }
    directory += name
    count += 1
  }

  /// The whole archive.
  var archive: [UInt8] {
    var all = bytes + directory
    Self.append(UInt32(0x0605_4B50), to: &all)
    for number in [0, 0, count, count] as [UInt16] { Self.append(number, to: &all) }
    for number in [UInt32(directory.count), UInt32(bytes.count)] { Self.append(number, to: &all) }
    Self.append(UInt16(0), to: &all)
    return all
  }

  private static func append(_ number: some FixedWidthInteger, to bytes: inout [UInt8]) {
    withUnsafeBytes(of: number.littleEndian) { bytes += $0 }
  }

  /// The cyclic redundancy check of ISO 3309.
  static func checksum(_ bytes: [UInt8]) -> UInt32 {
    var sum = ~UInt32(0)
    for byte in bytes {
      sum ^= UInt32(byte)
      for _ in 0..<8 { sum = sum & 1 == 0 ? sum >> 1 : sum >> 1 ^ 0xEDB8_8320 }
    }
    return ~sum
  }
}
