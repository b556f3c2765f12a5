/// The hash that GitHub's code scanning keeps for a line, as `primaryLocationLineHash`.
///
/// GitHub computes it from the text when a report has none, and complains when a report's own differs; so it must be
/// the same number: a rolling hash over the 100 UTF-16 units from the line's start on, blanks and tabs left out, every
/// line ending counted as LF, and the text continued by one unit 0xFFFF and then zeros. `:1`, `:2` tell equal ones
/// apart.
struct LineHashes {
    private let hashes: [String]

    private static let window = 100
    private static let base: UInt64 = 37

    /// O(length of the text).
    init(_ text: [UInt8]) {
        var units: [UInt16] = []
        var starts = [0]
        var isAfterCR = false
        for unit in String(decoding: text, as: UTF8.self).utf16 {
            let isLineFeedOfCR = isAfterCR && unit == 0x0A
            isAfterCR = unit == 0x0D
            if isLineFeedOfCR || unit == 0x20 || unit == 0x09 { continue }
            units.append(unit == 0x0D ? 0x0A : unit)
            if unit == 0x0A || unit == 0x0D { starts.append(units.count) }
        }
        units.append(0xFFFF)

        var power: UInt64 = 1
        for _ in 0..<Self.window { power = power &* Self.base }
        func unit(_ index: Int) -> UInt64 { index < units.count ? UInt64(units[index]) : 0 }
        var hash: UInt64 = 0
        for index in 0..<Self.window { hash = hash &* Self.base &+ unit(index) }

        var seen: [UInt64: Int] = [:]
        var hashes: [String] = []
        hashes.reserveCapacity(starts.count)
        var position = 0
        for start in starts {
            while position < start {
                hash = hash &* Self.base &+ unit(position + Self.window) &- power &* unit(position)
                position += 1
            }
            seen[hash, default: 0] += 1
            hashes.append("\(String(hash, radix: 16)):\(seen[hash, default: 1])")
        }
        self.hashes = hashes
    }

    /// - Parameter line: 1-based.
    subscript(line: Int) -> String? { hashes.indices.contains(line - 1) ? hashes[line - 1] : nil }
}
