/// The unit in which the times of one trace are printed, so that all of them compare at a glance.
struct TimeUnit {
    let symbol: String
    let asciiSymbol: String
    /// In nanoseconds.
    let size: Int64
    /// Digits that are worth printing after the point.
    let decimals: Int

    private static let all: [(symbol: String, asciiSymbol: String, size: Int64)] = [
        ("ns", "ns", 1), ("µs", "us", 1_000), ("ms", "ms", 1_000_000), ("s", "s", 1_000_000_000),
    ]

    /// The largest unit that a run of this length has one of; milliseconds when it took no time.
    init(fitting length: Duration) {
        let length = length.nanoseconds
        let unit = length == 0 ? Self.all[2] : Self.all.last { $0.size <= length } ?? Self.all[0]
        (symbol, asciiSymbol, size) = unit
        decimals = size == 1 ? 0 : length / size < 10 || unit.symbol == "s" ? 3 : 1
    }

    /// `12.5 ms`
    /// - Parameter isTrimmed: leaves zeros at the end out.
    func text(_ nanoseconds: Int64, isTrimmed: Bool = false, isASCII: Bool = false) -> String {
        var scale: Int64 = 1
        for _ in 0..<decimals { scale *= 10 }
        let units = Int64((Double(nanoseconds) / Double(size) * Double(scale)).rounded())
        var fraction = ""
        if decimals > 0 {
            let digits = String(units % scale)
            fraction = "." + String(repeating: "0", count: decimals - digits.count) + digits
            if isTrimmed {
                while fraction.hasSuffix("0") { fraction.removeLast() }
                if fraction == "." { fraction = "" }
            }
        }
        return "\(units / scale)\(fraction) \(isASCII ? asciiSymbol : symbol)"
    }
}

extension Duration {
    /// Rounded down; what does not fit counts as the longest time that does, some 292 years.
    var nanoseconds: Int64 {
        let (seconds, attoseconds) = components
        let (product, overflow) = seconds.multipliedReportingOverflow(by: 1_000_000_000)
        guard !overflow else { return seconds < 0 ? .min : .max }
        let (sum, carry) = product.addingReportingOverflow(attoseconds / 1_000_000_000)
        return carry ? .max : sum
    }
}
