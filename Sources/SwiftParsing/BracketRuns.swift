/// Finds text that would keep the parser busy for ever.
///
/// swift-syntax decides by looking ahead whether `[` opens a type, once per bracket and again inside it: its time
/// doubles with every `[` that opens directly inside another one. Arrays of values do not do this, a comma or a
/// literal ends the doubt.
enum BracketRuns {
    /// A doubtful run of this length costs the parser about 10 ms.
    static let longest = 12

    /// Offset of the first bracket that is one too many. O(n).
    static func excess(in text: [UInt8]) -> Int? {
        text.withUnsafeBufferPointer { bytes in
            var run = 0
            for index in bytes.indices {
                switch bytes[index] {
                case UInt8(ascii: "["):
                    run += 1
                    if run > longest { return index }
                case UInt8(ascii: "]"): run = max(0, run - 1)
                case UInt8(ascii: ","), UInt8(ascii: "\""), UInt8(ascii: ";"), UInt8(ascii: "="), UInt8(ascii: "}"),
                    UInt8(ascii: "{"):
                    run = 0
                default: continue
                }
            }
            return nil
        }
    }
}
