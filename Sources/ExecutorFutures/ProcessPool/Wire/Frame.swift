/// A message between a pool and one of its workers: a header of 16 bytes and a payload.
///
/// The header has a mark, the message's number, the length, and a seal over these and a secret that only the two share.
/// So a job that writes to the wrong descriptor is found out at the next header, however its bytes look, and a length
/// is believed only when it is sealed. All numbers are 32 bits, little-endian.
struct Frame {
    static let headerSize = 16
    /// Raise it with every change to the messages.
    static let version: UInt8 = 1
    private static let mark: UInt32 = 0x4650_4658

    /// The header's place, and the payload behind it.
    private(set) var writer = ByteWriter(skipping: headerSize)

    var payloadSize: Int { writer.bytes.count - Self.headerSize }

    /// - Parameter write: appends the payload.
    init(_ write: (inout ByteWriter) throws -> Void) rethrows {
        try write(&writer)
    }

    /// The whole message.
    /// - Parameters:
    ///   - number: of the message; a reply has that of its request.
    ///   - secret: see ``FrameSocket``.
    consuming func sealed(number: UInt32, secret: UInt64) -> [UInt8] {
        let size = UInt32(payloadSize)
        var header = ByteWriter()
        for word in [Self.mark, number, size, Self.seal(number, size, secret)] { header.appendFixed(word) }
        writer.overwriteStart(with: header.bytes)
        return writer.bytes
    }

    /// The size of the payload behind a header.
    /// - Throws: if it is not the header of the message with that number.
    static func payloadSize(
        header: ArraySlice<UInt8>, number expected: UInt32, secret: UInt64
    ) throws(MalformedBytes) -> Int {
        var reader = ByteReader(header)
        let mark = try reader.fixed(UInt32.self)
        let number = try reader.fixed(UInt32.self)
        let size = try reader.fixed(UInt32.self)
        let seal = try reader.fixed(UInt32.self)
        guard mark == self.mark else { throw MalformedBytes("no message starts like that") }
        guard seal == Self.seal(number, size, secret) else { throw MalformedBytes("the seal is broken") }
        guard number == expected else { throw MalformedBytes("message \(number) came instead of \(expected)") }
        return Int(size)
    }

    /// Mixes by the steps of SplitMix64's output function; it guards against accidents, not against attackers.
    private static func seal(_ number: UInt32, _ size: UInt32, _ secret: UInt64) -> UInt32 {
        var word = secret ^ (UInt64(number) << 32 | UInt64(size))
        word = (word ^ (word >> 30)) &* 0xBF58_476D_1CE4_E5B9
        word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
        return UInt32(truncatingIfNeeded: word ^ (word >> 31))
    }
}
