// The door, opened for JavaScript: requests come in as bytes and replies go out as bytes,
// in memory that the caller reserves and gives back.

import CaseFile
import Door

/// Memory for so many bytes, which `release` gives back.
@_expose(wasm, "reserve")
@_cdecl("reserve")
public func reserve(_ count: UInt32) -> UnsafeMutableRawPointer {
  .allocate(byteCount: max(Int(count), 1), alignment: 16)
}

/// Gives back what `reserve` returned.
@_expose(wasm, "release")
@_cdecl("release")
public func release(_ bytes: UnsafeMutableRawPointer) {
  bytes.deallocate()
}

nonisolated(unsafe) private var files: [String: [UInt8]] = [:]
nonisolated(unsafe) private var reply: (status: Int32, bytes: [UInt8]) = (0, [])

/// Hands a file in, for every request that follows: its path and its bytes.
@_expose(wasm, "hand_in")
@_cdecl("hand_in")
public func handIn(
  _ path: UnsafeRawPointer, _ pathCount: UInt32, _ bytes: UnsafeRawPointer, _ count: UInt32
) {
  files[String(decoding: copy(path, pathCount), as: UTF8.self)] = copy(bytes, count)
}

/// Answers a request, an `entente.request` in JSON. Returns how many bytes the reply has;
/// `status` tells how it ended, and `take_reply` copies it.
@_expose(wasm, "ask")
@_cdecl("ask")
public func ask(_ request: UnsafeRawPointer, _ count: UInt32) -> UInt32 {
  let source = FileSource(read: { path in
    if let bytes = files[path] { return .success(bytes) }
    return .failure(FileSource.Problem("it was not handed in"))
  })
  let found = Door.answer(copy(request, count), files: source)
  reply = (Int32(found.status.rawValue), Array(found.text.utf8))
  return UInt32(reply.bytes.count)
}

/// Whether the answer to a request may take minutes.
@_expose(wasm, "is_long")
@_cdecl("is_long")
public func isLong(_ request: UnsafeRawPointer, _ count: UInt32) -> Bool {
  Door.isLong(copy(request, count))
}

/// The words of all questions, a line each, to be taken like a reply; returns how many bytes they have.
@_expose(wasm, "questions")
@_cdecl("questions")
public func questions() -> UInt32 {
  reply = (0, Array(Door.questions.joined(separator: "\n").utf8))
  return UInt32(reply.bytes.count)
}

/// How the last reply ended, as the program's exit codes.
@_expose(wasm, "status")
@_cdecl("status")
public func status() -> Int32 { reply.status }

/// Copies the reply to where the caller wants it, and forgets it.
@_expose(wasm, "take_reply")
@_cdecl("take_reply")
public func takeReply(_ place: UnsafeMutableRawPointer) {
  reply.bytes.withUnsafeBytes { bytes in
    if let base = bytes.baseAddress { place.copyMemory(from: base, byteCount: bytes.count) }
  }
  reply.bytes = []
}

private func copy(_ bytes: UnsafeRawPointer, _ count: UInt32) -> [UInt8] {
  Array(UnsafeRawBufferPointer(start: bytes, count: Int(count)))
}
