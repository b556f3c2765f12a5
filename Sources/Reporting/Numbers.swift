/// Numbers as reports print them, the same in every locale.
enum Numbers {
    /// With exactly `digits` decimals and never an exponent, which JUnit's schemas forbid.
    /// - Parameter value: not finite or negative counts as zero.
    static func decimal(_ value: Double, digits: Int) -> String {
        var scale = 1
        for _ in 0..<digits { scale *= 10 }
        let scaled = (value * Double(scale)).rounded()
        let units = scaled.isFinite && scaled > 0 ? Int(exactly: min(scaled, 1e15)) ?? 0 : 0
        guard digits > 0 else { return String(units) }
        let fraction = String(units % scale)
        return "\(units / scale)." + String(repeating: "0", count: digits - fraction.count) + fraction
    }

    /// `4,310`
    static func grouped(_ value: Int) -> String {
        let digits = Array(String(value.magnitude))
        var result = value < 0 ? "-" : ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (digits.count - index) % 3 == 0 { result.append(",") }
            result.append(digit)
        }
        return result
    }

    /// `1 file`, `3,000 files`
    static func count(_ value: Int, _ noun: String) -> String {
        "\(grouped(value)) \(noun)\(value == 1 ? "" : "s")"
    }

    /// `250 ms`, `1.5 s`: three significant digits at most behind whole units, without zeros at the end.
    static func time(_ duration: Duration) -> String {
        let seconds = duration.seconds
        let (value, unit) =
            seconds >= 1
            ? (seconds, "s") : seconds >= 0.001 || seconds <= 0 ? (seconds * 1e3, "ms") : (seconds * 1e6, "µs")
        var text = decimal(value, digits: value >= 100 ? 0 : value >= 10 ? 1 : 2)
        if text.contains(".") {
            while text.hasSuffix("0") { text.removeLast() }
            if text.hasSuffix(".") { text.removeLast() }
        }
        return "\(text) \(unit)"
    }

    static func milliseconds(_ duration: Duration) -> Double { duration.seconds * 1e3 }
}

extension Duration {
    fileprivate var seconds: Double {
        let (seconds, attoseconds) = components
        return Double(seconds) + Double(attoseconds) / 1e18
    }
}
