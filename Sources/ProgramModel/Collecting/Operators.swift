/// What the collector has to know of operators without folding sequences.
enum Operators {
    /// `+=`, `<<=`, `??=`: what ends in `=` and does not compare.
    static func assigns(_ text: String) -> Bool {
        guard text.utf8.last == UInt8(ascii: "=") else { return false }
        return !comparisons.contains(text)
    }

    static func bindsLooserThanCoalescing(_ text: String) -> Bool { comparisons.contains(text) }

    static func bindsLooserThanCast(_ text: String) -> Bool {
        text == "??" || text == "&&" || text == "||" || comparisons.contains(text) || assigns(text)
    }

    private static let comparisons: Set<String> = [
        "==", "!=", "<", ">", "<=", ">=", "===", "!==", "~=", ".==", ".!=", ".<", ".>", ".<=", ".>=",
    ]
}
