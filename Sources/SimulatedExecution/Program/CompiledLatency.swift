/// A latency in nanoseconds, ready to be drawn.
///
/// Only additions, multiplications and square roots are used, which IEEE 754 defines to the last bit, so that a seed
/// gives the same times on every system; the logarithms and powers of C libraries differ in the last bits.
struct CompiledLatency: Sendable {
    /// The median; all of it if nothing is drawn.
    let nanoseconds: Int64
    /// The natural logarithm of the ratio of two quantiles that are one standard deviation apart; 0 for fixed times.
    let spread: Double

    init(_ latency: Latency) {
        switch latency {
        case .fixed(let time):
            nanoseconds = time.nanosecondsInRange
            spread = 0
        case .distributed(let median, let p99):
            nanoseconds = median.nanosecondsInRange
            let ratio = Double(p99.nanosecondsInRange) / Double(max(nanoseconds, 1))
            spread = ratio > 1 ? naturalLogarithm(ratio) / Self.quantile99 : 0
        }
    }

    /// The 99th percentile of the sum of twelve uniform numbers in 0..<1, less 6: close to the normal distribution's
    /// 2.326.
    private static let quantile99 = 2.318

    /// Draws a time.
    /// - Parameter bits: random bits; the same bits give the same time.
    func draw(_ bits: UInt64) -> Int64 {
        guard spread > 0 else { return nanoseconds }
        var sum = -6.0
        for part in 0..<3 {
            var word = mixed(bits &+ UInt64(part))
            for _ in 0..<4 {
                sum += Double(word & 0xFFFF) / 65_536
                word >>= 16
            }
        }
        return Int64(min(Double(nanoseconds) * exponential(spread * sum), Double(Duration.longestNanoseconds)))
    }
}

extension Duration {
    /// 104 days: a sum of a thousand of them is still far from the end of the range.
    static let longestNanoseconds: Int64 = 1 << 53

    /// Whole nanoseconds from zero to ``longestNanoseconds``.
    var nanosecondsInRange: Int64 {
        let (seconds, attoseconds) = components
        guard seconds >= 0, attoseconds >= 0 else { return 0 }
        guard seconds < Self.longestNanoseconds / 1_000_000_000 else { return Self.longestNanoseconds }
        return seconds * 1_000_000_000 + attoseconds / 1_000_000_000
    }
}

/// A well-mixed function of its argument: the finaliser of SplitMix64 (Steele, Lea, Flood 2014).
func mixed(_ number: UInt64) -> UInt64 {
    var word = number &+ 0x9E37_79B9_7F4A_7C15
    word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
}

/// e to the power of `x`, by halving `x` until six terms of the series are exact to 12 digits.
private func exponential(_ x: Double) -> Double {
    var small = x
    var halvings = 0
    while abs(small) > 0.01 {
        small /= 2
        halvings += 1
    }
    var result = 1 + small * (1 + small / 2 * (1 + small / 3 * (1 + small / 4 * (1 + small / 5))))
    for _ in 0..<halvings { result *= result }
    return result
}

/// The natural logarithm of a number above 1, by roots until the series of the inverse hyperbolic tangent is exact.
private func naturalLogarithm(_ x: Double) -> Double {
    var root = x
    var factor = 2.0
    while root > 1.01 {
        root = root.squareRoot()
        factor *= 2
    }
    let ratio = (root - 1) / (root + 1)
    let square = ratio * ratio
    return factor * ratio * (1 + square / 3 + square * square / 5)
}
