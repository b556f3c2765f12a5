import Foundation
import ProgramModel
import Testing

/// Damaged Swift files: collecting ends, does not trap, and keeps the invariants.
///
/// Deterministic: a failure names its seed. `UNBLOCK_FUZZ=N` runs N inputs instead of a few hundred.
struct FuzzTests {
    @Test func damagedFilesKeepTheInvariants() throws {
        let rounds = ProcessInfo.processInfo.environment["UNBLOCK_FUZZ"].flatMap(Int.init) ?? 300
        let texts = RealFiles.paths.compactMap { FileManager.default.contents(atPath: $0) }.map { [UInt8]($0) }
            .filter { $0.count < 20_000 }
        try #require(texts.count > 20)
        for seed in 0..<rounds {
            var mutation = Mutation(seed: UInt64(seed))
            let bytes = mutation.damaged(texts)
            let violations = onDeepStack { Invariants.violations(in: summary(of: bytes), length: bytes.count) }
            #expect(violations.isEmpty, "seed \(seed): \(violations)")
        }
    }
}

/// Cuts, splices, byte flips and doubled parts of real files.
private struct Mutation {
    private var state: UInt64

    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    /// SplitMix64.
    private mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }

    private mutating func below(_ limit: Int) -> Int { limit <= 0 ? 0 : Int(next() % UInt64(limit)) }

    private static let tokens = [
        "{", "}", "(", ")", "[", "]", "await ", "try? ", "= ", ".", "?", "!", ":", " in ", "case ", "let ", "if ",
        "#if A\n",
        "#endif\n", "async let ", "\"", "\\(", "&&", " ? ", "->", "@", "defer {", "else ", "func ", "$0", "self", "`",
    ]

    mutating func damaged(_ texts: [[UInt8]]) -> [UInt8] {
        var bytes = texts[below(texts.count)]
        for _ in 0...below(6) {
            let start = below(bytes.count)
            let end = min(bytes.count, start + below(400))
            switch below(6) {
            case 0: bytes.removeSubrange(start..<end)
            case 1: bytes.insert(contentsOf: bytes[start..<end], at: below(bytes.count))
            case 2: if !bytes.isEmpty { bytes[start] = UInt8(truncatingIfNeeded: next()) }
            case 3:
                let other = texts[below(texts.count)]
                let from = below(other.count)
                bytes.insert(contentsOf: other[from..<min(other.count, from + below(400))], at: start)
            case 4: bytes.removeSubrange(start...)
            default: bytes.insert(contentsOf: Self.tokens[below(Self.tokens.count)].utf8, at: start)
            }
        }
        return bytes
    }
}
