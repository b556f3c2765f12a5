extension Body: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch kind {
        case .topLevel: writer.write(byte: 0)
        case .function(let id):
            writer.write(byte: 1)
            writer.write(id)
        case .closure(let form):
            writer.write(byte: 2)
            form.store(in: &writer)
        case .asyncLet: writer.write(byte: 3)
        case .propertyInitializer(let id):
            writer.write(byte: 4)
            writer.write(id)
        case .defaultArgument(let id):
            writer.write(byte: 5)
            writer.write(id)
        }
        writer.write(parent)
        writer.write(enclosingType)
        writer.write(isAsync)
        writer.write(steps)
        writer.write(parameters)
        writer.write(range)
        writer.write(nameRange)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let kind: Kind =
            switch try reader.readByte() {
            case 0: .topLevel
            case 1: .function(try reader.read())
            case 2: .closure(try ClosureForm.read(from: &reader))
            case 3: .asyncLet
            case 4: .propertyInitializer(try reader.read())
            case 5: .defaultArgument(try reader.read())
            default: throw StorageDamage()
            }
        self.init(
            kind: kind, parent: try reader.readOptional(), enclosingType: try reader.readOptional(),
            isAsync: try reader.readBool(), steps: try reader.readArray(), parameters: try reader.readArray(),
            range: try reader.read(), nameRange: try reader.read())
        if case .closure = kind, parent == nil { throw StorageDamage() }
    }
}

extension ClosureForm {
    fileprivate func store(in writer: inout BinaryWriter) {
        switch use {
        case .argument(let call, let index):
            writer.write(byte: 0)
            writer.write(call)
            writer.write(index)
        case .applied(let call):
            writer.write(byte: 1)
            writer.write(call)
        case .bound(let local):
            writer.write(byte: 2)
            writer.write(local)
        case .assigned(let target):
            writer.write(byte: 3)
            writer.write(target)
        case .property(let property):
            writer.write(byte: 4)
            writer.write(property)
        case .other: writer.write(byte: 5)
        }
        writer.write(isolation)
        writer.write(attributes)
        writer.write(isDeclaredAsync)
        writer.write(result)
        writer.write(captures)
    }

    fileprivate static func read(from reader: inout BinaryReader) throws(StorageDamage) -> ClosureForm {
        let use: Use =
            switch try reader.readByte() {
            case 0: .argument(try reader.read(), index: try reader.readIndex(below: 1 << 32))
            case 1: .applied(try reader.read())
            case 2: .bound(try reader.read())
            case 3: .assigned(target: try reader.read())
            case 4: .property(try reader.read())
            case 5: .other
            default: throw StorageDamage()
            }
        return ClosureForm(
            use: use, isolation: try reader.read(), attributes: try reader.readArray(),
            isDeclaredAsync: try reader.readBool(), result: try reader.readOptional(),
            captures: try reader.readArray())
    }
}

extension Local: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(name)
        writer.write(type)
        writer.write(origin)
        writer.write(body)
        writer.write(isMutable)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let (name, type, origin): (String, TypeReference?, Origin) = (
            try reader.readText(), try reader.readOptional(), try reader.read()
        )
        let body: BodyID = try reader.read()
        self.init(name: name, type: type, origin: origin, isMutable: try reader.readBool(), body: body)
    }
}

extension Local.Origin: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch self {
        case .binding(let value):
            writer.write(byte: 0)
            writer.write(value)
        case .unwrapped(let value):
            writer.write(byte: 1)
            writer.write(value)
        case .element(let sequence):
            writer.write(byte: 2)
            writer.write(sequence)
        case .parameter(let index):
            writer.write(byte: 3)
            writer.write(index)
        case .closureParameter(let body, let index):
            writer.write(byte: 4)
            writer.write(body)
            writer.write(index)
        case .caughtError: writer.write(byte: 5)
        case .accessorValue: writer.write(byte: 6)
        case .tupleElement(let value, let index, let label):
            writer.write(byte: 7)
            writer.write(value)
            writer.write(index)
            writer.write(label)
        case .payload(let caseName, let index, let label, let subject):
            writer.write(byte: 8)
            writer.write(caseName)
            writer.write(index)
            writer.write(label)
            writer.write(subject)
        case .castPattern: writer.write(byte: 9)
        case .function(let function):
            writer.write(byte: 10)
            writer.write(function)
        case .capture(let value):
            writer.write(byte: 11)
            writer.write(value)
        case .unknown: writer.write(byte: 12)
        }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        switch try reader.readByte() {
        case 0: self = .binding(value: try reader.readOptional())
        case 1: self = .unwrapped(value: try reader.read())
        case 2: self = .element(of: try reader.read())
        case 3: self = .parameter(index: try reader.readIndex(below: 1 << 32))
        case 4: self = .closureParameter(try reader.read(), index: try reader.readIndex(below: 1 << 32))
        case 5: self = .caughtError
        case 6: self = .accessorValue
        case 7:
            self = .tupleElement(
                value: try reader.read(), index: try reader.readIndex(below: 1 << 32), label: try reader.readOptional())
        case 8:
            self = .payload(
                caseName: try reader.readText(), index: try reader.readIndex(below: 1 << 32),
                label: try reader.readOptional(), subject: try reader.read())
        case 9: self = .castPattern
        case 10: self = .function(try reader.read())
        case 11: self = .capture(value: try reader.read())
        case 12: self = .unknown
        default: throw StorageDamage()
        }
    }
}
