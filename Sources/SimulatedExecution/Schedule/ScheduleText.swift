/// Schedules as text: `s1-` and Crockford's base 32 of the bytes below.
///
/// Four bytes of fingerprint, then numbers of 7 bits a byte (LEB128): the seed, and for each deviation, or row of equal ones
/// at neighbouring positions, twice the distance from the last one plus 1 for a row, the option, and for rows how many
/// more. Two bytes of checksum come last.
enum ScheduleText {
    private static let prefix = "s1-"
    private static let digits = Array("0123456789abcdefghjkmnpqrstvwxyz".utf8)

    // MARK: Writing

    static func encode(_ schedule: Schedule) -> String {
        var bytes = (0..<4).map { UInt8(truncatingIfNeeded: schedule.fingerprint >> UInt32(8 * $0)) }
        append(schedule.seed, to: &bytes)
        var next = 0
        var index = 0
        while index < schedule.deviations.count {
            let first = schedule.deviations[index]
            var length = 1
            while index + length < schedule.deviations.count {
                let other = schedule.deviations[index + length]
                guard other.option == first.option, other.position == first.position + length else { break }
                length += 1
            }
            append(UInt64(first.position - next) << 1 | (length > 1 ? 1 : 0), to: &bytes)
            append(UInt64(first.option), to: &bytes)
            if length > 1 { append(UInt64(length - 1), to: &bytes) }
            next = first.position + length
            index += length
        }
        let sum = checksum(bytes)
        bytes += [UInt8(truncatingIfNeeded: sum), UInt8(truncatingIfNeeded: sum >> 8)]
        return prefix + base32(bytes)
    }

    private static func append(_ number: UInt64, to bytes: inout [UInt8]) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    /// FNV-1a, folded to 16 bits.
    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        let sum = bytes.reduce(0x811C_9DC5 as UInt32) { ($0 ^ UInt32($1)) &* 0x0100_0193 }
        return (sum ^ (sum >> 16)) & 0xFFFF
    }

    private static func base32(_ bytes: [UInt8]) -> String {
        var text: [UInt8] = []
        var bits = 0
        var word: UInt32 = 0
        for byte in bytes {
            word = word << 8 | UInt32(byte)
            bits += 8
            while bits >= 5 {
                bits -= 5
                text.append(digits[Int(word >> UInt32(bits)) & 31])
            }
        }
        if bits > 0 { text.append(digits[Int(word << UInt32(5 - bits)) & 31]) }
        return String(decoding: text, as: UTF8.self)
    }

    // MARK: Reading

    static func decode(_ text: String) throws(ScheduleError) -> Schedule {
        guard text.hasPrefix(prefix) else { throw .unknownVersion(text) }
        guard let schedule = schedule(from: text.utf8.dropFirst(prefix.utf8.count)), encode(schedule) == text else {
            throw .damaged(text)
        }
        return schedule
    }

    /// What the digits mean, if they mean anything; that they mean nothing else is checked by writing it again.
    private static func schedule(from text: Substring.UTF8View) -> Schedule? {
        var bytes: [UInt8] = []
        var bits = 0
        var word: UInt32 = 0
        for character in text {
            guard let digit = digits.firstIndex(of: character) else { return nil }
            word = word << 5 | UInt32(digit)
            bits += 5
            if bits >= 8 {
                bits -= 8
                bytes.append(UInt8(truncatingIfNeeded: word >> UInt32(bits)))
            }
        }
        guard bytes.count >= 7 else { return nil }
        let fingerprint = (0..<4).reduce(UInt32(0)) { $0 | UInt32(bytes[$1]) << UInt32(8 * $1) }
        var rest = bytes.dropFirst(4).dropLast(2)
        guard let seed = number(from: &rest), let deviations = deviations(from: &rest) else { return nil }
        return Schedule(seed: seed, deviations: deviations, fingerprint: fingerprint)
    }

    private static func deviations(from bytes: inout ArraySlice<UInt8>) -> [Deviation]? {
        var deviations: [Deviation] = []
        var next = 0
        while !bytes.isEmpty {
            guard let head = number(from: &bytes), let option = number(from: &bytes), option > 0, option < 1 << 31,
                head < 1 << 40
            else { return nil }
            var length: UInt64 = 1
            if head & 1 == 1 {
                guard let more = number(from: &bytes), more > 0, more < 1 << 24 else { return nil }
                length += more
            }
            guard deviations.count + Int(length) <= 1 << 22 else { return nil }
            next += Int(head >> 1)
            for _ in 0..<length {
                deviations.append(Deviation(position: next, option: Int(option)))
                next += 1
            }
        }
        return deviations
    }

    private static func number(from bytes: inout ArraySlice<UInt8>) -> UInt64? {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while let byte = bytes.popFirst() {
            number |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return number }
            shift += 7
            guard shift < 64 else { return nil }
        }
        return nil
    }
}
