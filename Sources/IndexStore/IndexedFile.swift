import ProgramModel

/// What the compiler noted about one file when it last compiled it.
package struct IndexedFile: Sendable, Hashable {
    /// A name in the file, and the declaration that it means.
    package struct Occurrence: Sendable, Hashable {
        package enum Role: String, Sendable { case call, definition }

        /// 1-based; columns count bytes.
        package var line: Int
        package var column: Int
        package var role: Role
        package var usr: String
        /// As the compiler spells it: `wait(timeout:)`.
        package var name: String
        package var kind: Kind
        package var isAsync: Bool
        /// USR of the type of the receiver.
        package var receiver: String?

        package init(
            line: Int, column: Int, role: Role, usr: String, name: String, kind: Kind, isAsync: Bool = false,
            receiver: String? = nil
        ) {
            self.line = line
            self.column = column
            self.role = role
            self.usr = usr
            self.name = name
            self.kind = kind
            self.isAsync = isAsync
            self.receiver = receiver
        }
    }

    package enum Kind: String, Sendable { case function, method, staticMethod, initializer }

    /// Absolute.
    package var path: String
    /// When the compiler wrote this down, in nanoseconds since 1970.
    package var time: Int
    package var occurrences: [Occurrence]

    package init(path: String, time: Int, occurrences: [Occurrence]) {
        self.path = path
        self.time = time
        self.occurrences = occurrences
    }
}

extension IndexedFile: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(path)
        writer.write(time)
        writer.write(occurrences)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(path: try reader.readText(), time: try reader.readInt(), occurrences: try reader.readArray())
    }
}

extension IndexedFile.Occurrence: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(line)
        writer.write(column)
        writer.write(role)
        writer.write(usr)
        writer.write(name)
        writer.write(kind)
        writer.write(isAsync)
        writer.write(receiver)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            line: try reader.readInt(), column: try reader.readInt(), role: try reader.readCase(),
            usr: try reader.readText(), name: try reader.readText(), kind: try reader.readCase(),
            isAsync: try reader.readBool(), receiver: try reader.readOptional())
    }
}
