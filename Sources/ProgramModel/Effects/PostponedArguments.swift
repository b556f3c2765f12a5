import SourceModel

/// Arguments whose code does not run with the call that they are written in: those that the callee keeps as a closure
/// (`@escaping @autoclosure`), and the condition of an `assert`, which release builds leave out.
final class PostponedArguments {
    private let resolver: Resolver
    /// Calls of functions with such a parameter, by file.
    private let calls: [[CallReference]]
    private var ranges: [Int: [SourceRange]] = [:]
    /// Of the functions with such a parameter, and of some that had one once.
    private let names: Set<String>

    /// - Parameters:
    ///   - previous: of the program before some files were edited.
    ///   - files: the edited files.
    init(resolver: Resolver, sites: SiteIndex, previous: PostponedArguments? = nil, files: Set<Int>? = nil) {
        self.resolver = resolver
        var names = previous?.names ?? ["assert"]
        for (number, source) in resolver.index.files.enumerated() where files?.contains(number) ?? true {
            let functions = source.summary.functions
            for position in functions.indices
            where functions[position].parameters.contains(where: { $0.type.isKeptAutoclosure }) {
                let function = functions[position]
                let isInitializer = function.kind == .initializer
                let owner = function.parent.map { source.summary.types[$0.index].name }
                names.insert(isInitializer ? owner ?? "init" : function.name)
            }
        }
        var calls: [[CallReference]] = Array(repeating: [], count: resolver.index.files.count)
        for name in names.sorted() {
            for call in sites.calls(named: name) { calls[call.file].append(call) }
        }
        self.calls = calls
        self.names = names
    }

    func contains(_ site: Site) -> Bool {
        guard case .call(let call) = site else { return false }
        let ranges = postponedRanges(in: call.file)
        guard !ranges.isEmpty else { return false }
        let range = resolver.index.call(call).range
        return ranges.contains { $0.contains(range) }
    }

    private func postponedRanges(in file: Int) -> [SourceRange] {
        if let known = ranges[file] { return known }
        ranges[file] = []
        var found: [SourceRange] = []
        let summary = resolver.index.files[file].summary
        for reference in calls[file] {
            let call = summary.calls[reference.id.index]
            if call.baseName(in: summary) == "assert" {
                found += call.arguments.map(\.range)
            } else {
                found += keptArguments(of: reference, call)
            }
        }
        ranges[file] = found
        return found
    }

    private func keptArguments(of reference: CallReference, _ call: Call) -> [SourceRange] {
        guard case .functions(let functions) = resolver.resolve(reference).target, let function = functions.first,
            let assigned = resolver.parameters(of: call, in: resolver.index.function(function))
        else { return [] }
        let parameters = resolver.index.function(function).parameters
        return zip(call.arguments, assigned).filter { parameters[$0.1].type.isKeptAutoclosure }.map(\.0.range)
    }
}

extension TypeReference {
    /// `@escaping @autoclosure () -> T`
    fileprivate var isKeptAutoclosure: Bool {
        guard case .function(let shape) = self else { return false }
        return shape.isAutoclosure && shape.isEscaping
    }
}
