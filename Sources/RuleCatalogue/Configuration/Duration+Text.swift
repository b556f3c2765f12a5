extension Duration {
    /// Reads `10ms`, `0.5s`, `250us` or `1min`, exactly; `nil` for anything else, and for a day or more.
    package init?(text: String) {
        let digits = text.prefix { $0.isASCII && ($0.isNumber || $0 == ".") }
        let unit: Int64
        switch text[digits.endIndex...].drop(while: { $0 == " " }) {
        case "us", "µs", "μs": unit = 1_000
        case "ms": unit = 1_000_000
        case "s": unit = 1_000_000_000
        case "min": unit = 60_000_000_000
        default: return nil
        }
        let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), let whole = Int64(parts[0]), whole <= 86_400_000_000 else { return nil }
        var nanoseconds: Int64 = 0
        if parts.count == 2 {
            guard !parts[1].isEmpty else { return nil }
            var scale = unit
            for digit in parts[1].prefix(10) {
                guard let value = digit.wholeNumberValue else { return nil }
                scale /= 10
                nanoseconds += Int64(value) * scale
            }
        }
        let (product, isTooLong) = whole.multipliedReportingOverflow(by: unit)
        guard !isTooLong, product < 86_400_000_000_000 else { return nil }
        self = .nanoseconds(product + nanoseconds)
    }
}
