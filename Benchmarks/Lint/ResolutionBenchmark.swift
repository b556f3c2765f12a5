import Analysis
import ArgumentParser
import ExecutorFutures
import IndexStore
import ProgramModel
import RuleCatalogue

/// How many calls in async contexts the sources alone resolve to the declaration that the compiler chose.
///
/// The compiler's answers are those of an index store, which names 94 of 100 calls: local closures have no name there.
struct ResolutionBenchmark: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "resolution", abstract: "Compare what calls mean with an index store, by kind of answer.")

    @Option(help: "libIndexStore of the toolchain that wrote the stores.")
    var library: String

    @Option(help: "How many of the calls that were taken for something else are listed.")
    var list = 0

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
            let (library, list) = (library, list)
            try await pool.run {
                guard let library = IndexLibrary(path: library), let reader = StoreReader(store, library) else {
                    throw ValidationError("'\(store)' cannot be read.")
                }
                let index = CompilerIndex(reader.files { FilePath.isPath($0, within: folder) })
                let comparison = Comparison(contents, digests, index.joined(to: contents.snapshot).snapshot)
                print(([FilePath.name(folder), "\(comparison.total)"] + comparison.counts).joined(separator: "\t"))
                for line in comparison.different.prefix(list) { print("  \(line)") }
            }
        }
    }
}

/// The calls of one package that stand in async contexts and have a note.
private struct Comparison {
    private(set) var total = 0
    private(set) var different: [String] = []
    private var numbers: [ResolutionComparison: Int] = [:]

    var counts: [String] { ResolutionComparison.allCases.map { "\(numbers[$0] ?? 0)" } }

    init(_ contents: Workspace.Contents, _ digests: [FileDigest], _ joined: Snapshot) {
        let files = zip(joined.files, digests).map { file, digest in
            ProgramFile(
                path: file.path, module: file.module.name, isModuleKnown: file.module.dependencies != nil,
                isTest: file.module.isTest, defaultGlobalActor: file.module.defaultGlobalActor, summary: digest.summary,
                callees: file.callees)
        }
        let own = Resolver.functionsByUSR(files)
        let plain = files.map { file in
            var file = file
            file.callees = nil
            return file
        }
        let program = Program(files: plain, catalogue: contents.catalogue)
        for (number, file) in files.enumerated() {
            for (position, call) in file.summary.calls.enumerated() {
                guard let callee = file.callees?.calls[call.nameRange.start],
                    program.contexts.context(of: BodyReference(number, call.body)) != nil
                else { continue }
                let reference = CallReference(number, CallID(position))
                let answer = program.resolver.comparison(of: reference, with: callee, own: own)
                total += 1
                numbers[answer, default: 0] += 1
                if answer == .different {
                    different.append(
                        "\(file.path):\(call.nameRange.start) \(callee.usr) \(program.resolver.resolve(reference).target)"
                    )
                }
            }
        }
    }
}
