import ProgramModel
import SourceModel
import SwiftSyntax

/// Says which values another thread may use although they are not `Sendable`: those that belong to the task that awaits
/// the work, and so to nobody else until it is done.
///
/// That is so in asynchronous functions that belong to no actor and run on the pool: what they hold that is not
/// `Sendable` cannot be reached by code that runs meanwhile, unless somebody has cheated already. So it is in closures
/// of tasks that belong to no actor: what they took along crossed from thread to thread when the task began.
struct Lending {
    let program: Program
    let target: FixTarget
    let sendability: Sendability
    let site: BlockingSite

    /// Whether the code around the site belongs to no actor, wherever it is called.
    var isPossible: Bool {
        let root = program.contexts.region(of: site.body)
        if PoolCode(program: program, isNonsendingByDefault: target.module.isNonsendingByDefault).contains(root) {
            return true
        }
        guard case .function(let function) = program.index.kind(of: root),
            program.contexts.isolation.isolation(of: FunctionReference(root.file, function)) == .none
        else { return false }
        // One that is synchronous yet becomes asynchronous with this fix.
        if let context = program.contexts.context(of: root), context.kind != .asyncFunction { return false }
        var current = site.node.parent
        while let node = current {
            // The isolation of a closure that runs in place is that of the code around it.
            if let function = node.as(FunctionDeclSyntax.self) { return runsOnThePool(function) }
            if let initializer = node.as(InitializerDeclSyntax.self) {
                let isAsync = initializer.signature.effectSpecifiers?.asyncSpecifier != nil
                return isAsync && !target.module.isNonsendingByDefault
            }
            current = node.parent
        }
        return false
    }

    private func runsOnThePool(_ function: FunctionDeclSyntax) -> Bool {
        if function.signature.parameterClause.parameters.contains(where: { $0.type.mentions("isolated") }) {
            return false
        }
        let isConcurrent = function.attributes.contains { $0.trimmedDescription == "@concurrent" }
        if isConcurrent { return true }
        let isNonsending = function.modifiers.contains { $0.detail?.detail.text == "nonsending" }
        return !isNonsending && !target.module.isNonsendingByDefault
    }

    /// Types that the program declares; those of libraries may be bound to a thread.
    func covers(_ type: ResolvedType) -> Bool {
        switch type {
        case .optional(let inner): return covers(inner)
        case .nominal(let id, let arguments):
            let nominal = program.index[id]
            if sendability.answer(.nominal(id, arguments: [])) == .yes || Self.containers.contains(nominal.name) {
                return !arguments.isEmpty && arguments.allSatisfy { sendability.answer($0) == .yes || covers($0) }
            }
            return nominal.isDeclared && isFree(id)
        case .tuple(let elements):
            return elements.allSatisfy { sendability.answer($0.type) == .yes || covers($0.type) }
        case .function, .metatype, .archetype, .module, .unknown: return false
        }
    }

    private static let containers: Set<String> = ["Array", "Dictionary", "Set"]

    /// Neither bound to a thread by a type of a library, nor without copies.
    private func isFree(_ id: NominalID) -> Bool {
        let isBound = program.resolver.withSupertypes(id).contains { supertype in
            let nominal = program.index[supertype]
            return !nominal.isDeclared && Self.boundTypes.contains(nominal.name)
        }
        let isMovedOnly = program.index[id].declarations.contains { place in
            program.files[place.file].summary.types[place.id.index].attributes.contains("~Copyable")
        }
        return !isBound && !isMovedOnly
    }

    private static let boundTypes: Set<String> = [
        "XCTestCase", "NSManagedObject", "NSManagedObjectContext", "NSDocument", "Thread", "Object", "Realm",
        "PersistentModel", "ChannelHandler", "ChannelInboundHandler", "ChannelOutboundHandler", "ChannelDuplexHandler",
    ]

    /// What the fix says of values that it lends.
    static func reason(_ lent: [String]) -> String {
        let names = lent.map { "`\($0.hasSuffix("= self") ? "self" : String($0.prefix { $0 != " " }))`" }
        let are =
            names.count == 1
            ? "is not `Sendable`: nothing else may use it" : "are not `Sendable`: nothing else may use them"
        return "\(names.joined(separator: " and ")) \(are) while the work runs"
    }
}

extension TypeSyntax {
    fileprivate func mentions(_ word: String) -> Bool { tokens(viewMode: .sourceAccurate).contains { $0.text == word } }
}
