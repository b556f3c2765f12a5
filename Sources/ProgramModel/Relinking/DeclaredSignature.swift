import SourceModel

/// What other files see of a function besides its name and whether it is `async`.
struct DeclaredSignature: Equatable {
    private let kind: FunctionDeclaration.Kind
    private let parameters: [Parameter]
    private let result: TypeReference?
    private let generics: [GenericParameter]
    private let requirements: [GenericRequirement]
    private let flags: [Bool]
    private let access: AccessLevel
    private let attributes: [String]
    private let isolation: DeclaredIsolation
    private let parent: TypeID?
    private let markers: Markers
    private let platforms: PlatformSet

    init(_ function: FunctionDeclaration) {
        kind = function.kind
        parameters = function.parameters
        result = function.result
        generics = function.generics
        requirements = function.requirements
        flags = [
            function.isThrowing, function.isStatic, function.isOverride, function.isFailable, function.isNoAsync,
            function.body == nil,
        ]
        access = function.access
        attributes = function.attributes
        isolation = function.isolation
        parent = function.parent
        markers = function.markers
        platforms = function.platforms
    }
}

extension FileSummary {
    /// Whether two texts of a file declare the same, functions in other functions aside; some functions may have become
    /// `async`. O(declarations).
    ///
    /// - Parameter isSeen: whether somebody cares about the signature of a function of the old text; asked of those that
    ///   have changed.
    package func declares(asMuchAs old: FileSummary, where isSeen: (FunctionID) -> Bool) -> Bool {
        guard DeclarationOutline(self) == DeclarationOutline(old) else { return false }
        return zip(outerFunctions, old.outerFunctions).allSatisfy { position, formerly in
            let (new, former) = (functions[position], old.functions[formerly])
            return DeclaredSignature(new) == DeclaredSignature(former) && (new.isAsync || !former.isAsync)
                || !isSeen(FunctionID(formerly))
        }
    }
}
