import ProgramModel
import SourceModel
import SwiftSyntax

/// A property of a local that may not cross threads, where nothing but the property is used: `toolchain.path` becomes
/// `path`, which the capture list reads where the code stands now.
struct MemberCapture {
    /// `path = toolchain.path`
    let element: String
    let rewrite: Rewrite

    /// - Returns: `nil` when the use is no read of a property whose value may cross.
    init?(_ planner: CapturePlanner, _ use: DeclReferenceExprSyntax, _ names: FreeNames) {
        guard let member = use.parent?.as(MemberAccessExprSyntax.self), member.base?.id == use.id,
            ExprSyntax(member).id != planner.site.node.id, !planner.isReceiver(use),
            member.parent?.is(InOutExprSyntax.self) != true
        else { return nil }
        let name = member.memberName
        let isFree =
            !names.declared.contains(name) && !names.mutated.contains(use.baseName.text)
            && !names.uses.contains { $0.name == name }
        let summary = planner.program.files[planner.file].summary
        let start = member.declName.textRange.start
        guard isFree, let read = summary.reads.first(where: { $0.nameRange.start == start }),
            let property = planner.program.resolver.property(
                read.expression, Scope(file: planner.file, body: read.body)),
            planner.sendability.answer(planner.program.resolver.type(of: property)) == .yes,
            !planner.program.index.property(property).isStatic, read.awaits == .none,
            !Self.mayThrow(property, in: planner.program)
        else { return nil }
        element = "\(name) = \(use.baseName.text).\(name)"
        rewrite = planner.target.replacing(member.textRange, with: name)
    }

    private static func mayThrow(_ property: PropertyReference, in program: Program) -> Bool {
        guard let getter = program.index.property(property).getter else { return false }
        return program.index.function(FunctionReference(property.file, getter)).isThrowing
    }
}

extension CapturePlan {
    /// Whether no other value has the name of an element yet.
    func isFree(for element: String) -> Bool {
        let name = element.prefix { $0 != " " } + " "
        return !(list + lent).contains { ($0 + " ").hasPrefix(name) && $0 != element }
    }

    /// - Returns: `false` when another value has the name already.
    mutating func capture(_ member: MemberCapture) -> Bool {
        guard isFree(for: member.element) else { return false }
        capture(member.element)
        rewrites.append(member.rewrite)
        return true
    }
}
