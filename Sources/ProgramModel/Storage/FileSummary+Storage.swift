/// A summary as bytes: what is read back is the summary that was written, or nothing.
extension FileSummary {
    package func store(in writer: inout BinaryWriter) {
        for count in [
            expressions.count, types.count, functions.count, properties.count, bodies.count, locals.count, calls.count,
            reads.count,
        ] {
            writer.write(count)
        }
        writer.write(imports)
        writer.write(exports)
        writer.write(hasTopLevelCode)
        for type in types { writer.write(type) }
        for function in functions { writer.write(function) }
        for property in properties { writer.write(property) }
        writer.write(enumCases)
        writer.write(typeAliases)
        for body in bodies { writer.write(body) }
        for local in locals { writer.write(local) }
        for expression in expressions { writer.write(expression) }
        for call in calls { call.store(in: &writer) }
        for read in reads { writer.write(read) }
    }

    package static func read(from reader: inout BinaryReader) throws(StorageDamage) -> FileSummary {
        var counts: [Int] = []
        for _ in 0..<8 { counts.append(try reader.readCount()) }
        reader.bounds = counts
        var draft = FileSummaryDraft()
        draft.imports = try reader.readArray()
        draft.exports = try reader.readArray()
        draft.hasTopLevelCode = try reader.readBool()
        // What contains something comes before it, so that no walk outwards or downwards can go in circles.
        draft.types = try reader.readGrowing(TypeID.space)
        draft.functions = try reader.readAll(FunctionID.space)
        draft.properties = try reader.readAll(PropertyID.space)
        draft.enumCases = try reader.readArray()
        draft.typeAliases = try reader.readArray()
        draft.bodies = try reader.readGrowing(BodyID.space)
        draft.locals = try reader.readAll(LocalID.space)
        draft.expressions = try reader.readGrowing(ExpressionID.space)
        draft.calls.reserveCapacity(counts[CallID.space])
        for _ in 0..<counts[CallID.space] { draft.calls.append(try CallDraft(from: &reader)) }
        draft.reads = try reader.readAll(ReadID.space)
        guard draft.isConsistent else { throw StorageDamage() }
        return FileSummary(draft)
    }
}

extension BinaryReader {
    fileprivate mutating func readAll<Value: Storable>(_ space: Int) throws(StorageDamage) -> [Value] {
        var values: [Value] = []
        values.reserveCapacity(bounds[space])
        for _ in 0..<bounds[space] { values.append(try Value(from: &self)) }
        return values
    }

    /// As `readAll`, for things that name only earlier ones of their kind.
    fileprivate mutating func readGrowing<Value: Storable>(_ space: Int) throws(StorageDamage) -> [Value] {
        let count = bounds[space]
        defer { bounds[space] = count }
        var values: [Value] = []
        values.reserveCapacity(count)
        for index in 0..<count {
            bounds[space] = index
            values.append(try Value(from: &self))
        }
        return values
    }
}

extension FileSummaryDraft {
    /// What the linker takes for granted beyond indices that are in range.
    fileprivate var isConsistent: Bool {
        guard !bodies.isEmpty, !expressions.isEmpty else { return false }
        for (index, function) in functions.enumerated() {
            guard let body = function.body else { continue }
            guard case .function(let owner) = bodies[body.index].kind, owner.index == index else { return false }
        }
        return bodies.enumerated().allSatisfy { index, body in
            body.parameters.allSatisfy { locals[$0.index].body.index == index }
        }
    }
}
