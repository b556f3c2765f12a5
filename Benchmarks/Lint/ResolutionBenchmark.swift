import Analysis
import ArgumentParser
import ExecutorFutures
import IndexStore
import ProgramModel
import RuleCatalogue
import SourceModel

/// How many calls in async contexts the sources alone resolve to the declaration that the compiler chose.
///
/// The compiler's answers are those of an index store, which names 94 of 100 calls, or those of its typed syntax tree, as
/// `Benchmarks/Resolution/calls_of_ast.py` writes them down; then what is known with the store is compared as well.
struct ResolutionBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolution", abstract: "Compare what calls mean with an index store, by kind of answer.")

    @Option(help: "libIndexStore of the toolchain that wrote the stores.")
    var library: String

    @Option(help: "How many calls of one kind of answer are listed.")
    var list = 0

    @Option(help: "Which kind that is.")
    var kind = ResolutionComparison.different

    @Option(help: "Folder of tables with the calls of typed syntax trees, NAME.tsv for each folder's name.")
    var calls: String?

    @ArgumentParser.Argument(help: "Folder and store in turn.")
    var paths: [String]

    func run() async throws {
        guard paths.count % 2 == 0 else { throw ValidationError("name a store behind each folder.") }
        let pool = ThreadPoolExecutor(
            name: "resolution", maximumThreads: ThreadPoolExecutor.coreCount, stackSize: Analyzer.stackSize)
        print("package\tcalls\t" + ResolutionComparison.allCases.map(\.rawValue).joined(separator: "\t"))
        for pair in stride(from: 0, to: paths.count, by: 2) {
            let (folder, store) = (paths[pair], paths[pair + 1])
            var request = WorkspaceRequest(workingDirectory: folder)
            request.arguments = ["."]
            let contents = try await Workspace().load(request, catalogue: .builtIn, on: pool)
            let digests = try await Analyzer(catalogue: contents.catalogue).digest(contents.snapshot.files, on: pool)
            let name = FilePath.name(folder)
            let table = try calls.map { try CallTable(path: "\($0)/\(name).tsv") }
            let (library, list, kind) = (library, list, kind)
            try await pool.run {
                guard let library = IndexLibrary(path: library), let reader = StoreReader(store, library) else {
                    throw ValidationError("'\(store)' cannot be read.")
                }
                let index = CompilerIndex(reader.files { FilePath.isPath($0, within: folder) })
                let joined = index.joined(to: contents.snapshot).snapshot
                for knowsStore in table == nil ? [false] : [false, true] {
                    let comparison = Comparison(contents, digests, joined, kind, table, knowsStore: knowsStore)
                    let title = knowsStore ? "\(name), with the store" : name
                    print(([title, "\(comparison.total)"] + comparison.counts).joined(separator: "\t"))
                    for line in comparison.listed.prefix(list) { print("  \(line)") }
                }
            }
        }
    }
}

/// The calls of one package that stand in async contexts and have a note.
private struct Comparison {
    private(set) var total = 0
    /// Calls with an answer of the wanted kind: place, text, the compiler's declaration, ours.
    private(set) var listed: [String] = []
    private var numbers: [ResolutionComparison: Int] = [:]

    var counts: [String] { ResolutionComparison.allCases.map { "\(numbers[$0] ?? 0)" } }

    /// - Parameter table: the compiler's answers; those of the store when it is `nil`.
    init(
        _ contents: Workspace.Contents, _ digests: [FileDigest], _ joined: Snapshot, _ kind: ResolutionComparison,
        _ table: CallTable?, knowsStore: Bool
    ) {
        let files = zip(joined.files, digests).map { file, digest in
            ProgramFile(
                path: file.path, module: file.module.name, isModuleKnown: file.module.dependencies != nil,
                isTest: file.module.isTest, defaultGlobalActor: file.module.defaultGlobalActor, summary: digest.summary,
                callees: file.callees)
        }
        let own = Resolver.functionsByUSR(files)
        let read = files.map { file in
            var file = file
            if !knowsStore { file.callees = nil }
            return file
        }
        let program = Program(files: read, catalogue: contents.catalogue)
        for (number, file) in files.enumerated() {
            for (position, call) in file.summary.calls.enumerated() {
                let noted =
                    table.map { $0.callee(at: call.nameRange.start, in: file.path) }
                    ?? file.callees?.calls[call.nameRange.start]
                guard let callee = noted, program.contexts.context(of: BodyReference(number, call.body)) != nil else {
                    continue
                }
                guard isComparable(callee, own[callee.usr], call, in: number, program) else { continue }
                let reference = CallReference(number, CallID(position))
                let answer = program.resolver.comparison(of: reference, with: callee, own: own)
                total += 1
                numbers[answer, default: 0] += 1
                guard answer == kind else { continue }
                let place = joined.files[number].place(of: call)
                let theirs = own[callee.usr].map(program.resolver.symbol) ?? callee.writtenName
                listed.append("\(place)\t\(theirs)\t\(program.written(program.resolver.resolve(reference).target))")
            }
        }
    }
}

/// Whether what the compiler says of a place can be about the call there.
private func isComparable(
    _ callee: CompilerCallee, _ own: FunctionReference?, _ call: Call, in file: Int, _ program: Program
) -> Bool {
    // Members of types in functions: the store has no place for them.
    if own == nil, callee.usr.contains("L_") { return false }
    // Code that a macro makes has places of its own.
    guard callee.kind != .initializer, let name = own.map({ program.index.function($0).name }) ?? callee.name else {
        return true
    }
    return name == call.baseName(in: program.files[file].summary)
}

extension SourceFile {
    /// Path, line, column, and what stands there.
    fileprivate func place(of call: Call) -> String {
        let lines = LineTable(text)
        let place = lines.position(of: call.nameRange.start)
        let line = lines.range(ofLine: place.line)
        let written = String(decoding: text[line.start..<line.end], as: UTF8.self)
        return "\(path):\(place.line):\(place.column)\t"
            + written.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}

extension CompilerCallee {
    fileprivate var writtenName: String {
        let parts = [module, type, name].compactMap(\.self)
        return parts.isEmpty ? usr : parts.joined(separator: ".")
    }
}

extension Program {
    fileprivate func written(_ target: CallResolution.Target) -> String {
        switch target {
        case .functions(let functions): functions.map(resolver.symbol).joined(separator: " or ")
        case .external(let callee): "a library's " + (callee.receiver.map { written($0) + "." } ?? "") + callee.name
        case .implicitInitializer(let type): "\(index[type].qualifiedName).init"
        default: "\(target)"
        }
    }

    private func written(_ type: ResolvedType) -> String {
        switch type {
        case .nominal(let id, _): index[id].qualifiedName
        case .optional(let wrapped): written(wrapped) + "?"
        case .metatype(let type): written(type) + ".Type"
        case .archetype(let name, _): name
        default: "…"
        }
    }
}

extension ResolutionComparison: ExpressibleByArgument {}
