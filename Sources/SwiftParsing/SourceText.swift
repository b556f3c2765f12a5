/// A file's bytes, made fit for the parser without moving any offset.
enum SourceText {
    /// Valid UTF-8 of the same length as the input, and what had to be replaced.
    case readable([UInt8], repair: String?)
    /// Not text, or not in an encoding that Swift has; the sentence says which.
    case unreadable(String)

    init(_ bytes: [UInt8]) {
        let isPlain = bytes.withUnsafeBytes { Self.isPlain($0) }
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
            self = .unreadable("the file is UTF-16; Swift source is UTF-8")
        } else if !isPlain, let offset = bytes.firstIndex(of: 0) {
            self = .unreadable("the file has a NUL byte at offset \(offset) and looks binary; it was skipped")
        } else {
            var text = bytes
            let repairs = [isPlain ? nil : Self.replaceInvalidBytes(in: &text), Self.blankRepetitions(in: &text)]
                .compactMap { $0 }
            if let hazard = ParserHazard.first(in: text) {
                self = .unreadable(
                    "more than \(hazard.limit) `\(hazard.text)` open at once at offset \(hazard.offset); the file was "
                        + "skipped because parsing it could take hours or all memory")
            } else {
                self = .readable(text, repair: repairs.isEmpty ? nil : repairs.joined(separator: "; "))
            }
        }
    }

    /// - Returns: what was done, in words.
    private static func replaceInvalidBytes(in text: inout [UInt8]) -> String? {
        guard let first = text.withUnsafeBufferPointer({ invalidByte(in: $0, from: 0) }) else { return nil }
        text = repaired(text, firstInvalid: first)
        return "invalid UTF-8 at offset \(first); such bytes were read as `?`"
    }

    /// - Returns: what was done, in words.
    private static func blankRepetitions(in text: inout [UInt8]) -> String? {
        var first: String?
        // What a repetition means depends on the brackets before it, which may have been another one.
        for _ in 0..<4 {
            let repetitions = Repetition.all(in: text)
            guard !repetitions.isEmpty else { break }
            first = first ?? describe(repetitions[0], in: text)
            for repetition in repetitions {
                for offset in repetition.range where text[offset] != UInt8(ascii: "\n") {
                    text[offset] = UInt8(ascii: " ")
                }
            }
        }
        return first
    }

    private static func describe(_ repetition: Repetition, in text: [UInt8]) -> String {
        let piece = String(decoding: text[repetition.range.prefix(repetition.period)], as: UTF8.self)
        return "`\(piece)` stands \(repetition.range.count / repetition.period) times in a row at offset "
            + "\(repetition.range.lowerBound); it was read as spaces, because the parser could take minutes over it"
    }

    /// Whether all bytes are ASCII and none is NUL. O(n), eight bytes at a time.
    private static func isPlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let lowest: UInt64 = 0x0101_0101_0101_0101
        var index = 0
        while index + 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)
            // Taking one away reaches the high bit of a byte that is zero, and of its neighbours only beside one.
            if (word | (word &- lowest)) & (lowest << 7) != 0 { return false }
            index += 8
        }
        return bytes[index...].allSatisfy { $0 != 0 && $0 < 0x80 }
    }

    private static func repaired(_ bytes: [UInt8], firstInvalid: Int) -> [UInt8] {
        var repaired = bytes
        var next: Int? = firstInvalid
        while let offset = next {
            repaired[offset] = UInt8(ascii: "?")
            next = bytes.withUnsafeBufferPointer { invalidByte(in: $0, from: offset + 1) }
        }
        return repaired
    }

    /// Offset of the first byte at or after `start` that does not belong to a well-formed scalar. O(n).
    private static func invalidByte(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int? {
        var index = start
        while index < bytes.count {
            let byte = bytes[index]
            if byte < 0x80 {
                index += 1
                continue
            }
            let length = scalarLength(in: bytes, at: index)
            if length == 0 { return index }
            index += length
        }
        return nil
    }

    /// Length of the well-formed multi-byte scalar at `index`, 0 when there is none (Unicode, table 3-7).
    private static func scalarLength(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int {
        let length: Int
        var second: ClosedRange<UInt8> = 0x80...0xBF
        switch bytes[index] {
        case 0xC2...0xDF: length = 2
        case 0xE0: (length, second) = (3, 0xA0...0xBF)
        case 0xED: (length, second) = (3, 0x80...0x9F)
        case 0xE1...0xEF: length = 3
        case 0xF0: (length, second) = (4, 0x90...0xBF)
        case 0xF1...0xF3: length = 4
        case 0xF4: (length, second) = (4, 0x80...0x8F)
        default: return 0
        }
        guard index + length <= bytes.count, second.contains(bytes[index + 1]) else { return 0 }
        for offset in 2..<max(length, 2) where !(0x80...0xBF).contains(bytes[index + offset]) { return 0 }
        return length
    }
}
