import ProgramModel
import SourceModel

/// Tells which objects do something when they are released.
///
/// One that moves to another thread together with all that uses it is released when that is done, and no longer at the end
/// of its block: a lock on a file would be given up before the code that it is for.
struct Lifetimes {
    let program: Program

    /// Whether the type of a value, or one that it inherits, has a `deinit`. O(functions of the files that declare them).
    func endWithWork(_ type: ResolvedType) -> Bool {
        switch type {
        case .optional(let wrapped): endWithWork(wrapped)
        case .nominal(let id, _): program.resolver.withSupertypes(id).contains(where: hasDeinitializer)
        default: false
        }
    }

    private func hasDeinitializer(_ id: NominalID) -> Bool {
        program.index[id].declarations.contains { place in
            program.files[place.file].summary.functions.contains {
                $0.kind == .deinitializer && $0.parent == place.id
            }
        }
    }
}
