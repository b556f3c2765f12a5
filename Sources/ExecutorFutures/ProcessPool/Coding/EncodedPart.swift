/// What one `Encoder` has collected: bytes, and the places in them where other parts belong.
///
/// `Codable` code may write to an outer and an inner container by turns and never says when it is done with one, so
/// inner parts are kept apart until everything is written.
final class EncodedPart {
    /// What the part turned out to be.
    enum Kind {
        case undecided, single, list, map
    }

    private(set) var kind = Kind.undecided
    /// Whether the type asked for containers of two kinds, of which only one can be written.
    private var isContradictory = false
    private var writer = ByteWriter()
    /// Values in a list, entries in a map.
    private(set) var count = 0
    private var inner: [(offset: Int, part: EncodedPart)] = []

    func become(_ kind: Kind) {
        if self.kind == .undecided {
            self.kind = kind
        } else if self.kind != kind || kind == .single {
            isContradictory = true
        }
    }

    func beginEntry(_ key: String) {
        count += 1
        writer.appendCounted(key)
    }

    func beginElement() {
        count += 1
    }

    func write(_ value: some BinaryPrimitive) {
        value.write(to: &writer)
    }

    func writeNull() {
        writer.append(.null)
    }

    func addPart() -> EncodedPart {
        let part = EncodedPart()
        inner.append((writer.bytes.count, part))
        return part
    }

    /// Puts the part and all within it together.
    /// - Returns: `false` if one of them contradicts itself.
    func flatten(into output: inout ByteWriter) -> Bool {
        switch kind {
        case .single: break
        case .list: header(.list, &output)
        // A type without properties asks for no container at all.
        case .map, .undecided: header(.map, &output)
        }
        var isSound = !isContradictory
        var position = 0
        for (offset, part) in inner {
            output.append(contentsOf: writer.bytes[position..<offset])
            isSound = part.flatten(into: &output) && isSound
            position = offset
        }
        output.append(contentsOf: writer.bytes[position...])
        return isSound
    }

    private func header(_ tag: BinaryTag, _ output: inout ByteWriter) {
        output.append(tag)
        output.appendVariable(UInt64(count))
    }
}
