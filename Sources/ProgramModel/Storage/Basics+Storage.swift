import SourceModel

extension String: Storable {
    package func store(in writer: inout BinaryWriter) { writer.write(self) }
    package init(from reader: inout BinaryReader) throws(StorageDamage) { self = try reader.readText() }
}

extension SourceRange: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(start)
        writer.write(end - start)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let start = try reader.readIndex(below: Int.max)
        let (end, isTooFar) = start.addingReportingOverflow(try reader.readIndex(below: Int.max))
        guard !isTooFar, end <= reader.textLength else { throw StorageDamage() }
        self.init(start, end)
    }
}

extension SummaryID {
    package func store(in writer: inout BinaryWriter) { writer.write(index) }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(try reader.readIndex(below: reader.bounds[Self.space]))
    }
}

extension PlatformSet: Storable {
    package func store(in writer: inout BinaryWriter) { writer.write(byte: rawValue) }
    package init(from reader: inout BinaryReader) throws(StorageDamage) { self.init(rawValue: try reader.readByte()) }
}

extension ExpressionID: Storable {}
extension TypeID: Storable {}
extension FunctionID: Storable {}
extension PropertyID: Storable {}
extension BodyID: Storable {}
extension LocalID: Storable {}
extension CallID: Storable {}
extension ReadID: Storable {}
