extension TypeDeclaration: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(kind)
        writer.write(name)
        writer.write(extendedType)
        writer.write(parent)
        writer.write(enclosingBody)
        writer.write(inherits)
        writer.write(generics)
        writer.write(requirements)
        writer.write(attributes)
        writer.write(isolation)
        writer.write(access)
        writer.write(range)
        writer.write(nameRange)
        writer.write(associatedTypes)
        writer.write(markers)
        writer.write(platforms)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            kind: try reader.readCase(), name: try reader.readText(), extendedType: try reader.readOptional(),
            parent: try reader.readOptional(), enclosingBody: try reader.readOptional(),
            inherits: try reader.readArray(), generics: try reader.readArray(), requirements: try reader.readArray(),
            attributes: try reader.readArray(), isolation: try reader.read(), access: try reader.readCase(),
            range: try reader.read(), nameRange: try reader.read(), associatedTypes: try reader.readArray(),
            markers: try reader.read(), platforms: try reader.read())
    }
}

extension GenericParameter: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(name)
        writer.write(constraint)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(name: try reader.readText(), constraint: try reader.readOptional())
    }
}

extension GenericRequirement: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(left)
        writer.write(relation == .equals)
        writer.write(right)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            left: try reader.read(), relation: try reader.readBool() ? .equals : .conforms, right: try reader.read())
    }
}

extension FunctionDeclaration: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(kind)
        writer.write(name)
        writer.write(parameters)
        writer.write(result)
        writer.write(generics)
        writer.write(requirements)
        for flag in [isAsync, isThrowing, isStatic, isOverride, isFailable, isNoAsync] { writer.write(flag) }
        writer.write(access)
        writer.write(attributes)
        writer.write(isolation)
        writer.write(parent)
        writer.write(enclosingBody)
        writer.write(body)
        writer.write(range)
        writer.write(nameRange)
        writer.write(markers)
        writer.write(platforms)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let kind: Kind = try reader.readCase()
        let name = try reader.readText()
        let parameters: [Parameter] = try reader.readArray()
        let result: TypeReference? = try reader.readOptional()
        let generics: [GenericParameter] = try reader.readArray()
        let requirements: [GenericRequirement] = try reader.readArray()
        let isAsync = try reader.readBool()
        let isThrowing = try reader.readBool()
        let isStatic = try reader.readBool()
        let isOverride = try reader.readBool()
        let isFailable = try reader.readBool()
        let isNoAsync = try reader.readBool()
        self.init(
            kind: kind, name: name, parameters: parameters, result: result, generics: generics,
            requirements: requirements, isAsync: isAsync, isThrowing: isThrowing, isStatic: isStatic,
            isOverride: isOverride, isFailable: isFailable, access: try reader.readCase(),
            attributes: try reader.readArray(), isolation: try reader.read(), parent: try reader.readOptional(),
            enclosingBody: try reader.readOptional(), body: try reader.readOptional(), range: try reader.read(),
            nameRange: try reader.read(), markers: try reader.read(), isNoAsync: isNoAsync,
            platforms: try reader.read())
    }
}

extension Parameter: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(label)
        writer.write(name)
        writer.write(type)
        for flag in [hasDefault, isVariadic, isPack, isInOut, isIsolated] { writer.write(flag) }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            label: try reader.readOptional(), name: try reader.readText(), type: try reader.read(),
            hasDefault: try reader.readBool(), isVariadic: try reader.readBool(), isPack: try reader.readBool(),
            isInOut: try reader.readBool(), isIsolated: try reader.readBool())
    }
}

extension PropertyDeclaration: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(name)
        writer.write(type)
        writer.write(initializer)
        writer.write(initializerBody)
        writer.write(parent)
        for flag in [isStatic, isLazy, isMutable] { writer.write(flag) }
        writer.write(attributes)
        writer.write(isolation)
        writer.write(access)
        writer.write(getter)
        writer.write(setter)
        writer.write(observers)
        writer.write(range)
        writer.write(nameRange)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            name: try reader.readText(), type: try reader.readOptional(), initializer: try reader.readOptional(),
            initializerBody: try reader.readOptional(), parent: try reader.readOptional(),
            isStatic: try reader.readBool(), isLazy: try reader.readBool(), isMutable: try reader.readBool(),
            attributes: try reader.readArray(), isolation: try reader.read(), access: try reader.readCase(),
            getter: try reader.readOptional(), setter: try reader.readOptional(), observers: try reader.readArray(),
            range: try reader.read(), nameRange: try reader.read())
    }
}

extension EnumCaseDeclaration: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(name)
        writer.write(parent)
        writer.write(payload)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(name: try reader.readText(), parent: try reader.read(), payload: try reader.readArray())
    }
}

extension TypeAliasDeclaration: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(name)
        writer.write(target)
        writer.write(generics)
        writer.write(parent)
        writer.write(enclosingBody)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            name: try reader.readText(), target: try reader.read(), generics: try reader.readArray(),
            parent: try reader.readOptional(), enclosingBody: try reader.readOptional())
    }
}

extension DeclaredIsolation: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch self {
        case .unspecified: writer.write(byte: 0)
        case .nonisolated: writer.write(byte: 1)
        case .nonisolatedNonsending: writer.write(byte: 2)
        case .concurrent: writer.write(byte: 3)
        case .globalActor(let name):
            writer.write(byte: 4)
            writer.write(name)
        }
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        switch try reader.readByte() {
        case 0: self = .unspecified
        case 1: self = .nonisolated
        case 2: self = .nonisolatedNonsending
        case 3: self = .concurrent
        case 4: self = .globalActor(try reader.readText())
        default: throw StorageDamage()
        }
    }
}

extension Markers: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(byte: (isBlocking ? 1 : 0) | (isNonblocking ? 2 : 0))
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let bits = try reader.readByte()
        guard bits < 4 else { throw StorageDamage() }
        self.init(isBlocking: bits & 1 != 0, isNonblocking: bits & 2 != 0)
    }
}
