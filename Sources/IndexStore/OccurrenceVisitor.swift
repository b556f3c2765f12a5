import CIndexStore

/// Keeps the calls and definitions of functions among the occurrences of a record.
struct OccurrenceVisitor {
    private let library: IndexLibrary
    private(set) var occurrences: [IndexedFile.Occurrence] = []

    init(_ library: IndexLibrary) { self.library = library }

    mutating func visit(_ occurrence: UnsafeMutableRawPointer) {
        let functions = library.functions
        guard let roles = functions.occurrence_roles?(occurrence), roles & Role.implicit == 0,
            let role = role(roles), let symbol = functions.occurrence_symbol?(occurrence),
            let kind = kind(functions.symbol_kind?(symbol)), let usr = functions.symbol_usr?(symbol),
            let name = functions.symbol_name?(symbol), let properties = functions.symbol_properties?(symbol)
        else { return }
        var line: UInt32 = 0
        var column: UInt32 = 0
        functions.occurrence_place?(occurrence, &line, &column)
        occurrences.append(
            IndexedFile.Occurrence(
                line: Int(line), column: Int(column), role: role, usr: library.text(usr), name: library.text(name),
                kind: kind, isAsync: properties & Self.isAsync != 0,
                receiver: role == .call ? receiver(occurrence) : nil))
    }

    private func receiver(_ occurrence: UnsafeMutableRawPointer) -> String? {
        let functions = library.functions
        var receiver: String?
        Visit.each { visit in
            _ = functions.occurrence_relations?(occurrence, visit.context) { context, relation in
                Visit.pass(relation, to: context)
            }
        } body: { relation in
            guard let roles = functions.relation_roles?(relation), roles & Role.receivedBy != 0,
                let symbol = functions.relation_symbol?(relation), let usr = functions.symbol_usr?(symbol)
            else { return }
            receiver = library.text(usr)
        }
        return receiver
    }

    private func role(_ roles: UInt64) -> IndexedFile.Occurrence.Role? {
        if roles & Role.call != 0 { return .call }
        return roles & (Role.definition | Role.declaration) != 0 ? .definition : nil
    }

    private func kind(_ number: UInt32?) -> IndexedFile.Kind? {
        switch number {
        case 12: .function
        case 16: .method
        case 17, 18: .staticMethod
        case 22: .initializer
        default: nil
        }
    }

    /// Of the symbol's properties.
    private static let isAsync: UInt64 = 1 << 16

    private enum Role {
        static let declaration: UInt64 = 1 << 0
        static let definition: UInt64 = 1 << 1
        static let call: UInt64 = 1 << 5
        static let implicit: UInt64 = 1 << 8
        static let receivedBy: UInt64 = 1 << 12
    }
}
