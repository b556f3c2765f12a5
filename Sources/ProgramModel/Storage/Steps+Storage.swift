extension Step: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch self {
        case .call(let id):
            writer.write(byte: 0)
            writer.write(id)
        case .read(let id):
            writer.write(byte: 1)
            writer.write(id)
        case .suspension(let range):
            writer.write(byte: 2)
            writer.write(range)
        case .assignment(let target, let value):
            writer.write(byte: 3)
            writer.write(target)
            writer.write(value)
        case .branch(let arms):
            writer.write(byte: 4)
            writer.write(arms.count)
            for arm in arms { writer.write(arm) }
        case .loop(let loop):
            writer.write(byte: 5)
            writer.write(loop)
        case .deferred(let steps):
            writer.write(byte: 6)
            writer.write(steps)
        case .scope(let steps):
            writer.write(byte: 7)
            writer.write(steps)
        case .exit(let exit):
            writer.write(byte: 8)
            writer.write(exit)
        }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self = try reader.descending { reader throws(StorageDamage) -> Step in
            switch try reader.readByte() {
            case 0: return .call(try reader.read())
            case 1: return .read(try reader.read())
            case 2: return .suspension(try reader.read())
            case 3: return .assignment(target: try reader.read(), value: try reader.read())
            case 4:
                var arms: [[Step]] = []
                for _ in 0..<(try reader.readCount()) { arms.append(try reader.readArray()) }
                return .branch(arms)
            case 5: return .loop(try reader.read())
            case 6: return .deferred(try reader.readArray())
            case 7: return .scope(try reader.readArray())
            case 8: return .exit(try reader.read())
            default: throw StorageDamage()
            }
        }
    }
}

extension Step.Exit: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch self {
        case .return(let value):
            writer.write(byte: 0)
            writer.write(value)
        case .throw: writer.write(byte: 1)
        case .break(let label):
            writer.write(byte: 2)
            writer.write(label)
        case .continue(let label):
            writer.write(byte: 3)
            writer.write(label)
        case .fallthrough: writer.write(byte: 4)
        }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        switch try reader.readByte() {
        case 0: self = .return(try reader.readOptional())
        case 1: self = .throw
        case 2: self = .break(label: try reader.readOptional())
        case 3: self = .continue(label: try reader.readOptional())
        case 4: self = .fallthrough
        default: throw StorageDamage()
        }
    }
}

extension Loop: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch kind {
        case .for: writer.write(byte: 0)
        case .forAwait: writer.write(byte: 1)
        case .while: writer.write(byte: 2)
        case .repeatWhile: writer.write(byte: 3)
        }
        writer.write(condition)
        writer.write(conditionExpressions)
        writer.write(body)
        writer.write(keywordRange)
        writer.write(label)
        writer.write(range)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let kind: Kind =
            switch try reader.readByte() {
            case 0: .for
            case 1: .forAwait
            case 2: .while
            case 3: .repeatWhile
            default: throw StorageDamage()
            }
        self.init(
            kind: kind, condition: try reader.readArray(), conditionExpressions: try reader.readArray(),
            body: try reader.readArray(), keywordRange: try reader.read(), label: try reader.readOptional(),
            range: try reader.read())
    }
}
