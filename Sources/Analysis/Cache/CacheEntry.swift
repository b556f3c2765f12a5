/// Bytes with a head that tells whether they are what was once written under their name.
enum CacheEntry {
    /// Raised whenever the meaning of stored bytes changes.
    static let format: UInt8 = 1
    private static let magic = Array("unblock-cache".utf8) + [0]

    enum Content {
        case payload([UInt8])
        /// Written by another version of the tool.
        case foreign
        case damaged
    }

    /// Magic, format, the check sum of name and payload, payload.
    static func sealed(_ payload: [UInt8], under name: ContentHash) -> [UInt8] {
        var bytes = magic
        bytes.reserveCapacity(magic.count + 17 + payload.count)
        bytes.append(format)
        let sum = checkSum(payload[...], name)
        for half in [sum.high, sum.low] {
            for shift in stride(from: UInt64(0), to: 64, by: 8) {
                bytes.append(UInt8(truncatingIfNeeded: half >> shift))
            }
        }
        bytes += payload
        return bytes
    }

    static func open(_ bytes: [UInt8], under name: ContentHash) -> Content {
        let start = magic.count + 17
        guard bytes.count >= start, bytes.starts(with: magic) else { return .damaged }
        guard bytes[magic.count] == format else { return .foreign }
        let sum = checkSum(bytes[start...], name)
        var halves: [UInt64] = []
        for half in 0..<2 {
            let first = magic.count + 1 + half * 8
            halves.append((0..<8).reduce(0) { $0 | UInt64(bytes[first + $1]) << UInt64($1 * 8) })
        }
        guard halves == [sum.high, sum.low] else { return .damaged }
        return .payload(Array(bytes[start...]))
    }

    private static func checkSum(_ payload: ArraySlice<UInt8>, _ name: ContentHash) -> ContentHash {
        var sum = name
        sum.add(payload)
        return sum
    }
}
