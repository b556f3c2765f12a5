extension Expression: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch self {
        case .unknown: writer.write(byte: 0)
        case .name(let name, let arguments):
            writer.write(byte: 1)
            writer.write(name)
            writer.write(arguments)
        case .local(let id):
            writer.write(byte: 2)
            writer.write(id)
        case .selfReference: writer.write(byte: 3)
        case .selfType: writer.write(byte: 4)
        case .superReference: writer.write(byte: 5)
        case .member(let base, let name, let arguments):
            writer.write(byte: 6)
            writer.write(base)
            writer.write(name)
            writer.write(arguments)
        case .implicitMember(let name):
            writer.write(byte: 7)
            writer.write(name)
        case .call(let id):
            writer.write(byte: 8)
            writer.write(id)
        case .subscript(let base, let arguments):
            writer.write(byte: 9)
            writer.write(base)
            writer.write(arguments)
        case .integer, .float, .boolean, .string, .regex, .nilLiteral: storeLiteral(in: &writer)
        default: storeComposite(in: &writer)
        }
    }

    private func storeLiteral(in writer: inout BinaryWriter) {
        switch self {
        case .integer(let text):
            writer.write(byte: 10)
            writer.write(text)
        case .float(let text):
            writer.write(byte: 11)
            writer.write(text)
        case .boolean(let value):
            writer.write(byte: 12)
            writer.write(value)
        case .string(let text):
            writer.write(byte: 13)
            writer.write(text)
        case .regex: writer.write(byte: 14)
        default: writer.write(byte: 15)
        }
    }

    private func storeComposite(in writer: inout BinaryWriter) {
        switch self {
        case .array(let elements):
            writer.write(byte: 16)
            writer.write(elements)
        case .dictionary(let elements):
            writer.write(byte: 17)
            writer.write(elements.count)
            for (key, value) in elements {
                writer.write(key)
                writer.write(value)
            }
        case .tuple(let elements):
            writer.write(byte: 18)
            writer.write(elements)
        case .unwrap(let value):
            writer.write(byte: 19)
            writer.write(value)
        case .optionalTry(let value):
            writer.write(byte: 20)
            writer.write(value)
        case .cast(let value, let type, let isOptional):
            writer.write(byte: 21)
            writer.write(value)
            writer.write(type)
            writer.write(isOptional)
        case .type(let type):
            writer.write(byte: 22)
            writer.write(type)
        case .selfMember(let value):
            writer.write(byte: 23)
            writer.write(value)
        case .closure(let body):
            writer.write(byte: 24)
            writer.write(body)
        case .keyPath: writer.write(byte: 25)
        case .choice(let values):
            writer.write(byte: 26)
            writer.write(values)
        case .operators(let operands, let operators):
            writer.write(byte: 27)
            writer.write(operands)
            writer.write(operators)
        case .unary(let sign, let operand):
            writer.write(byte: 28)
            writer.write(sign)
            writer.write(operand)
        case .macro(let name):
            writer.write(byte: 29)
            writer.write(name)
        default: writer.write(byte: 0)
        }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let tag = try reader.readByte()
        switch tag {
        case 0: self = .unknown
        case 1: self = .name(try reader.readText(), genericArguments: try reader.readArray())
        case 2: self = .local(try reader.read())
        case 3: self = .selfReference
        case 4: self = .selfType
        case 5: self = .superReference
        case 6:
            self = .member(
                base: try reader.read(), name: try reader.readText(), genericArguments: try reader.readArray())
        case 7: self = .implicitMember(name: try reader.readText())
        case 8: self = .call(try reader.read())
        case 9: self = .subscript(base: try reader.read(), arguments: try reader.readArray())
        case 10: self = .integer(try reader.readText())
        case 11: self = .float(try reader.readText())
        case 12: self = .boolean(try reader.readBool())
        case 13: self = .string(try reader.readOptional())
        case 14: self = .regex
        case 15: self = .nilLiteral
        default: self = try Self.composite(tag, &reader)
        }
    }

    private static func composite(_ tag: UInt8, _ reader: inout BinaryReader) throws(StorageDamage) -> Expression {
        switch tag {
        case 16: return .array(try reader.readArray())
        case 17:
            var elements: [(key: ExpressionID, value: ExpressionID)] = []
            for _ in 0..<(try reader.readCount()) { elements.append((try reader.read(), try reader.read())) }
            return .dictionary(elements)
        case 18: return .tuple(try reader.readArray())
        case 19: return .unwrap(try reader.read())
        case 20: return .optionalTry(try reader.read())
        case 21: return .cast(try reader.read(), try reader.read(), isOptional: try reader.readBool())
        case 22: return .type(try reader.read())
        case 23: return .selfMember(try reader.read())
        case 24: return .closure(try reader.read())
        case 25: return .keyPath
        case 26: return .choice(try reader.readArray())
        case 27:
            let operands: [ExpressionID] = try reader.readArray()
            let operators: [String] = try reader.readArray()
            guard operands.count == operators.count + 1 else { throw StorageDamage() }
            return .operators(operands: operands, operators: operators)
        case 28: return .unary(try reader.readText(), try reader.read())
        case 29: return .macro(try reader.readText())
        default: throw StorageDamage()
        }
    }
}

extension TupleElement: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(label)
        writer.write(value)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(label: try reader.readOptional(), value: try reader.read())
    }
}

extension Call {
    func store(in writer: inout BinaryWriter) {
        writer.write(callee)
        writer.write(Array(arguments))
        writer.write(awaits)
        writer.write(isTried)
        writer.write(isOffMainThread)
        writer.write(requirements)
        writer.write(body)
        writer.write(range)
        writer.write(nameRange)
        writer.write(isSubscript)
        writer.write(isWrite)
    }
}

extension CallDraft {
    /// What `Call.store` writes.
    init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            callee: try reader.read(), arguments: try reader.readArray(), awaits: try reader.read(),
            isTried: try reader.readBool(), isOffMainThread: try reader.readBool(),
            requirements: try reader.readArray(), body: try reader.read(), range: try reader.read(),
            nameRange: try reader.read(), isSubscript: try reader.readBool(), isWrite: try reader.readBool())
    }
}

extension ParameterRequirement: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(parameter)
        writer.write(excluded)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(parameter: try reader.readInt(), excluded: try reader.readCase())
    }
}

extension Argument: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(label)
        writer.write(value)
        writer.write(isTrailingClosure)
        writer.write(isInOut)
        writer.write(range)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            label: try reader.readOptional(), value: try reader.read(), isTrailingClosure: try reader.readBool(),
            isInOut: try reader.readBool(), range: try reader.read())
    }
}

extension AwaitCoverage: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch self {
        case .none: writer.write(byte: 0)
        case .shared: writer.write(byte: 1)
        case .sole: writer.write(byte: 2)
        }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        switch try reader.readByte() {
        case 0: self = .none
        case 1: self = .shared
        case 2: self = .sole
        default: throw StorageDamage()
        }
    }
}

extension MemberRead: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(expression)
        writer.write(awaits)
        writer.write(body)
        writer.write(nameRange)
        writer.write(isWrite)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let expression: ExpressionID = try reader.read()
        let awaits: AwaitCoverage = try reader.read()
        self.init(
            expression: expression, body: try reader.read(), nameRange: try reader.read(), awaits: awaits,
            isWrite: try reader.readBool())
    }
}
