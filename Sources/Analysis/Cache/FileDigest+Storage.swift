import ProgramModel
import SourceModel
import SwiftParsing

extension FileDigest {
    /// As bytes for a cache.
    package var stored: [UInt8] {
        var writer = BinaryWriter()
        writer.write(lines)
        writer.write(problem)
        writer.write(directives)
        summary.store(in: &writer)
        return writer.bytes
    }

    /// - Parameter textLength: of the text that the digest is of.
    package init(_ bytes: [UInt8], textLength: Int) throws(StorageDamage) {
        var reader = try BinaryReader(bytes)
        reader.textLength = textLength
        let lines = try reader.readInt()
        let problem: String? = try reader.readOptional()
        let directives: [Directive] = try reader.readArray()
        let summary = try FileSummary.read(from: &reader)
        guard reader.isAtEnd, lines >= 0, lines <= textLength else { throw StorageDamage() }
        self.init(summary: summary, directives: directives, problem: problem, lines: lines)
    }
}

extension Directive: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch kind {
        case .allow(let rules, let reason):
            writer.write(byte: 0)
            writer.write(rules)
            writer.write(reason)
        case .allowFile(let rules, let reason):
            writer.write(byte: 1)
            writer.write(rules)
            writer.write(reason)
        case .blocking: writer.write(byte: 2)
        case .nonblocking: writer.write(byte: 3)
        case .malformed(let text):
            writer.write(byte: 4)
            writer.write(text)
        }
        writer.write(range)
        writer.write(standsAlone)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let kind: Kind =
            switch try reader.readByte() {
            case 0: .allow(try reader.readArray(), reason: try reader.readOptional())
            case 1: .allowFile(try reader.readArray(), reason: try reader.readOptional())
            case 2: .blocking
            case 3: .nonblocking
            case 4: .malformed(try reader.readText())
            default: throw StorageDamage()
            }
        self.init(kind: kind, range: try reader.read(), standsAlone: try reader.readBool())
    }
}

extension RuleID: Storable {
    package func store(in writer: inout BinaryWriter) { writer.write(rawValue) }
    package init(from reader: inout BinaryReader) throws(StorageDamage) { self.init(try reader.readText()) }
}
