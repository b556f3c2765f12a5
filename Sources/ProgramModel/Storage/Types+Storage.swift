extension TypeReference: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch self {
        case .named(let components):
            writer.write(byte: 0)
            writer.write(components)
        case .optional(let type):
            writer.write(byte: 1)
            writer.write(type)
        case .array(let type):
            writer.write(byte: 2)
            writer.write(type)
        case .dictionary(let key, let value):
            writer.write(byte: 3)
            writer.write(key)
            writer.write(value)
        case .tuple(let elements):
            writer.write(byte: 4)
            writer.write(elements)
        case .function(let function):
            writer.write(byte: 5)
            writer.write(function)
        case .metatype(let type):
            writer.write(byte: 6)
            writer.write(type)
        case .opaque(let type):
            writer.write(byte: 7)
            writer.write(type)
        case .existential(let type):
            writer.write(byte: 8)
            writer.write(type)
        case .composition(let types):
            writer.write(byte: 9)
            writer.write(types)
        case .unknown: writer.write(byte: 10)
        }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let read = try reader.descending { reader throws(StorageDamage) -> TypeReference in
            switch try reader.readByte() {
            case 0: .named(try reader.readArray())
            case 1: .optional(try reader.read())
            case 2: .array(try reader.read())
            case 3: .dictionary(key: try reader.read(), value: try reader.read())
            case 4: .tuple(try reader.readArray())
            case 5: .function(try reader.read())
            case 6: .metatype(try reader.read())
            case 7: .opaque(try reader.read())
            case 8: .existential(try reader.read())
            case 9: .composition(try reader.readArray())
            case 10: .unknown
            default: throw StorageDamage()
            }
        }
        self = reader.shared(read)
    }
}

extension TypeComponent: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(name)
        writer.write(arguments)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(try reader.readText(), arguments: try reader.readArray())
    }
}

extension TupleTypeElement: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(label)
        writer.write(type)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(label: try reader.readOptional(), type: try reader.read())
    }
}

extension FunctionTypeReference: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(parameters)
        writer.write(result)
        writer.write(isAsync)
        writer.write(isEscaping)
        writer.write(isAutoclosure)
        writer.write(attributes)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            parameters: try reader.readArray(), result: try reader.read(), isAsync: try reader.readBool(),
            isEscaping: try reader.readBool(), isAutoclosure: try reader.readBool(),
            attributes: try reader.readArray())
    }
}
