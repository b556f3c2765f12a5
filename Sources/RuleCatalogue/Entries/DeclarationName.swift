/// A declaration as effect files spell it: `Type.member(labels:)`, `Type.property` or `function(labels:)`.
///
/// `Data.init(contentsOf:options:)` has the type name `Data`, the base name `init` and two labels.
package struct DeclarationName: Sendable, Hashable, CustomStringConvertible {
    /// The spelling, without spaces.
    package let text: String
    /// The type that has the member: `FileManager`, `FileManager.DirectoryEnumerator`; `nil` for free functions.
    package let typeName: String?
    /// `sleep`, `default`, `init`.
    package let baseName: String
    /// Parameter labels, `_` for one without; `nil` for a property.
    package let labels: [String]?

    /// `nil` when the text is not a declaration's name. O(length).
    package init?(_ text: String) {
        var bytes = text
        guard let parts = bytes.withUTF8(DeclarationParts.init) else { return nil }
        self.text = text
        typeName = parts.typeName
        baseName = parts.baseName
        labels = parts.labels
    }

    package var isInitializer: Bool { baseName == "init" && typeName != nil }
    package var isProperty: Bool { labels == nil }
    package var description: String { text }

    /// The last part of the type name: `DirectoryEnumerator`.
    package var innermostType: String? {
        guard let typeName else { return nil }
        guard let dot = typeName.lastIndex(of: ".") else { return typeName }
        return String(typeName[typeName.index(after: dot)...])
    }

    /// The name a call spells: the type's for an initialiser, otherwise the base name.
    package var calledName: String { isInitializer ? innermostType ?? baseName : baseName }
}

/// The parts of a declaration's name, found in one pass over its bytes.
private struct DeclarationParts {
    var typeName: String?
    var baseName: String
    var labels: [String]?

    init?(_ bytes: UnsafeBufferPointer<UInt8>) {
        var labels: [String] = []
        var lastDot: Int?
        var open: Int?
        var start = 0
        for (index, byte) in bytes.enumerated() {
            switch byte {
            case UInt8(ascii: ".") where open == nil:
                if index == start { return nil }
                lastDot = index
                start = index + 1
            case UInt8(ascii: "(") where open == nil:
                if index == start { return nil }
                open = index
                start = index + 1
            case UInt8(ascii: ":") where open != nil:
                if index == start { return nil }
                labels.append(String(decoding: bytes[start..<index], as: UTF8.self))
                start = index + 1
            case UInt8(ascii: ")") where open != nil && index == bytes.count - 1:
                if index != start { return nil }
            case UInt8(ascii: "0")...UInt8(ascii: "9") where index > start: continue
            case UInt8(ascii: "_"), 0x80...: continue
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): continue
            default: return nil
            }
        }
        let end = open ?? bytes.count
        if open != nil {
            guard bytes.last == UInt8(ascii: ")") else { return nil }
            self.labels = labels
        } else if start == end {
            return nil
        }
        typeName = lastDot.map { String(decoding: bytes[..<$0], as: UTF8.self) }
        baseName = String(decoding: bytes[(lastDot.map { $0 + 1 } ?? 0)..<end], as: UTF8.self)
    }
}
