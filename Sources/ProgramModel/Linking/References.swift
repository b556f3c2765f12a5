import SourceModel

/// Something of one file, named across the whole program.
package struct Reference<ID: Hashable & Sendable>: Hashable, Sendable {
    /// Index into the program's files.
    @inlinable package var file: Int { Int(number) }
    package let id: ID
    @usableFromInline let number: Int32

    package init(_ file: Int, _ id: ID) {
        number = Int32(clamping: file)
        self.id = id
    }
}

package typealias BodyReference = Reference<BodyID>
package typealias FunctionReference = Reference<FunctionID>
package typealias PropertyReference = Reference<PropertyID>
package typealias CallReference = Reference<CallID>
package typealias ReadReference = Reference<ReadID>
package typealias LocalReference = Reference<LocalID>
package typealias ExpressionReference = Reference<ExpressionID>

/// A place where control may leave a body: a call, or a read that may run a getter.
package enum Site: Hashable, Sendable {
    case call(CallReference)
    case read(ReadReference)
    /// A loop that holds its thread by itself.
    case loop(LoopReference)

    package var file: Int {
        switch self {
        case .call(let call): call.file
        case .read(let read): read.file
        case .loop(let loop): loop.body.file
        }
    }
}

/// A loop, by the body it stands in and its keyword.
package struct LoopReference: Hashable, Sendable {
    package let body: BodyReference
    package let keywordRange: SourceRange
}

/// Where an expression stands: decides what its names mean.
package struct Scope: Hashable, Sendable {
    package let file: Int
    package let body: BodyID

    package init(file: Int, body: BodyID) {
        self.file = file
        self.body = body
    }

    package init(_ body: BodyReference) {
        file = body.file
        self.body = body.id
    }

    package var reference: BodyReference { BodyReference(file, body) }
}
