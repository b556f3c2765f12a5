#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// How many random edits the tests make: few by themselves, `UNBLOCK_EDITS=10000 UNBLOCK_SEED=7` for a long run.
enum EditRun {
    /// Edits of a test that makes them in one session.
    static func edits(usually usual: Int) -> Int { number("UNBLOCK_EDITS") ?? usual }

    static func seed(usually usual: UInt64) -> UInt64 { number("UNBLOCK_SEED").map { UInt64($0) } ?? usual }

    /// One seed for each session of a test that makes so many edits in each.
    static func seeds(usually usual: Int, editsEach: Int) -> Range<UInt64> {
        let count = number("UNBLOCK_EDITS").map { max(1, ($0 + editsEach - 1) / editsEach) } ?? usual
        let first = seed(usually: 0)
        return first..<first + UInt64(count)
    }

    private static func number(_ name: String) -> Int? {
        getenv(name).flatMap { Int(String(cString: $0)) }.flatMap { $0 < 0 ? nil : $0 }
    }
}
