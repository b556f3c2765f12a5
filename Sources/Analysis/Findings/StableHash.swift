/// FNV-1a over 64 bits: the same value on every machine, in every process and in every release.
///
/// Must never change: fingerprints in users' baselines and the parts of sharded runs are made of it.
package struct StableHash: Sendable {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    package init() {}

    package mutating func add(_ byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    package mutating func add(_ bytes: some Sequence<UInt8>) {
        for byte in bytes { add(byte) }
    }

    /// Adds the text and an end mark, so that "a", "bc" and "ab", "c" differ.
    package mutating func add(field text: String) {
        add(text.utf8)
        add(0xFF)
    }

    package var value: UInt64 { state }

    /// 16 lower-case hexadecimal digits.
    package var text: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
