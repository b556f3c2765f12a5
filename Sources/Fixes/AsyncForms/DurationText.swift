/// Writes an amount of time as the call of `Duration` that a person would write.
///
/// `usleep(250_000)` becomes `.milliseconds(250)`. Only what can be computed exactly is changed.
enum DurationText {
    /// Nanoseconds in the units that `Duration` has, the largest first.
    private static let units: [(name: String, nanoseconds: Int)] = [
        ("seconds", 1_000_000_000), ("milliseconds", 1_000_000), ("microseconds", 1_000), ("nanoseconds", 1),
    ]

    /// - Parameters:
    ///   - unit: `seconds`, `milliseconds`, `microseconds` or `nanoseconds`.
    ///   - amount: an expression as it is written: `250_000`, `0.5`, `delay`, `delay * 1000`.
    static func text(_ amount: String, _ unit: String) -> String {
        guard let scale = units.first(where: { $0.name == unit })?.nanoseconds else { return ".\(unit)(\(amount))" }
        if let nanoseconds = nanoseconds(amount, scale) { return literal(nanoseconds) }
        if let (factor, rest) = factorOut(amount),
            let larger = units.first(where: { $0.nanoseconds == scale * factor })
        {
            return ".\(larger.name)(\(rest))"
        }
        return ".\(unit)(\(amount))"
    }

    /// Replaces `.unit(amount)` in the text of an async form.
    static func simplified(in form: String) -> String {
        for unit in units {
            guard let start = form.range(of: ".\(unit.name)(") else { continue }
            var depth = 1
            var index = start.upperBound
            while index < form.endIndex {
                if form[index] == "(" { depth += 1 }
                if form[index] == ")" { depth -= 1 }
                if depth == 0 { break }
                index = form.index(after: index)
            }
            guard index < form.endIndex else { continue }
            let amount = String(form[start.upperBound..<index])
            return form[..<start.lowerBound] + text(amount, unit.name) + form[form.index(after: index)...]
        }
        return form
    }

    /// The value of a product of literals; `nil` when it is none, or when it is no whole number of nanoseconds.
    private static func nanoseconds(_ amount: String, _ scale: Int) -> Int? {
        var total = scale
        for factor in amount.split(separator: "*", omittingEmptySubsequences: false) {
            let digits = factor.filter { $0 != "_" && $0 != " " }
            let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
            guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty && $0.allSatisfy(\.isASCIIDigit) })
            else { return nil }
            let fraction = parts.count == 2 ? parts[1] : ""
            guard fraction.count <= 9, let whole = Int(parts[0] + fraction) else { return nil }
            let (product, overflow) = total.multipliedReportingOverflow(by: whole)
            let divisor = (0..<fraction.count).reduce(1) { result, _ in result * 10 }
            guard !overflow, product % divisor == 0 else { return nil }
            total = product / divisor
        }
        return total
    }

    private static func literal(_ nanoseconds: Int) -> String {
        let unit = units.first { nanoseconds % $0.nanoseconds == 0 } ?? ("nanoseconds", 1)
        return ".\(unit.name)(\(nanoseconds == 0 ? 0 : nanoseconds / unit.nanoseconds))"
    }

    /// `delay * 1_000` is a thousand times `delay`, when `delay` is a name or a chain of names.
    private static func factorOut(_ amount: String) -> (factor: Int, rest: String)? {
        let parts = amount.split(separator: "*", omittingEmptySubsequences: false).map { part in
            part.filter { $0 != " " }
        }
        guard parts.count == 2 else { return nil }
        for (number, rest) in [(parts[0], parts[1]), (parts[1], parts[0])] {
            guard let factor = Int(number.filter { $0 != "_" }), [1_000, 1_000_000].contains(factor),
                rest.first?.isLetter == true, rest.allSatisfy({ $0.isLetter || $0.isASCIIDigit || "_.".contains($0) })
            else { continue }
            return (factor, String(rest))
        }
        return nil
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}

extension String {
    /// The first place of a text in this one.
    fileprivate func range(of text: String) -> Range<Index>? {
        var index = startIndex
        while index < endIndex {
            if self[index...].hasPrefix(text) { return index..<self.index(index, offsetBy: text.count) }
            index = self.index(after: index)
        }
        return nil
    }
}
