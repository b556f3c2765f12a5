/// 128 bits that name a content: equal contents have equal hashes, and no two others are met in practice.
///
/// Made for names and for noticing damage, not against somebody who wants two texts with one hash. Two lanes of
/// multiply-and-fold, sixteen bytes a step; may change only together with `CacheEntry.format`.
package struct ContentHash: Sendable, Hashable {
    package private(set) var high: UInt64 = 0x9E37_79B9_7F4A_7C15
    package private(set) var low: UInt64 = 0xC2B2_AE3D_27D4_EB4F

    package init() {}

    package init(_ bytes: [UInt8]) { add(bytes) }

    /// Adds the bytes and how many there are, so that no two lists of fields add up to the same.
    package mutating func add(_ bytes: [UInt8]) { bytes.withUnsafeBytes { add($0) } }

    package mutating func add(_ bytes: ArraySlice<UInt8>) { bytes.withUnsafeBytes { add($0) } }

    package mutating func add(_ text: String) {
        var text = text
        text.withUTF8 { add(UnsafeRawBufferPointer($0)) }
    }

    package mutating func add(_ text: String?) {
        add(text != nil)
        if let text { add(text) }
    }

    package mutating func add(_ flag: Bool) { add(flag ? 1 : 0) }

    package mutating func add(_ number: Int) { mix(UInt64(truncatingIfNeeded: number), 0x1B87_3593_CC9E_2D51) }

    package mutating func add(_ other: ContentHash) { mix(other.high, other.low) }

    /// The same whatever the order in which hashes are joined.
    package mutating func join(_ other: ContentHash) {
        high &+= other.high
        low &+= other.low
    }

    private mutating func add(_ bytes: UnsafeRawBufferPointer) {
        add(bytes.count)
        var index = 0
        while index + 16 <= bytes.count {
            mix(
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self)),
                UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index + 8, as: UInt64.self)))
            index += 16
        }
        var first: UInt64 = 0
        var second: UInt64 = 0
        for offset in 0..<(bytes.count - index) {
            let byte = UInt64(bytes[index + offset])
            if offset < 8 { first |= byte << UInt64(offset * 8) } else { second |= byte << UInt64(offset * 8 - 64) }
        }
        if index < bytes.count { mix(first, second) }
    }

    @inline(__always)
    private mutating func mix(_ first: UInt64, _ second: UInt64) {
        high = Self.fold(high ^ first, second ^ 0xA076_1D64_78BD_642F) &+ 0x8EBC_6AF0_9C88_C6E3
        low = Self.fold(low ^ second, first ^ 0xE703_7ED1_A0B4_28DB) &+ 0x5899_65CC_7537_4CC3 &+ high
    }

    /// Both halves of the product; where one factor is zero the other still counts.
    @inline(__always)
    private static func fold(_ left: UInt64, _ right: UInt64) -> UInt64 {
        let product = left.multipliedFullWidth(by: right)
        return product.high ^ product.low ^ left.rotated(by: 29) ^ right.rotated(by: 47)
    }

    /// 32 lower-case hexadecimal digits.
    package var text: String { Self.digits(high) + Self.digits(low) }

    private static func digits(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}

extension UInt64 {
    fileprivate func rotated(by count: UInt64) -> UInt64 { self << count | self >> (64 - count) }
}
