import Analysis
import ExecutorFutures
import RuleCatalogue

/// The texts that inputs are made of, in an order that depends on their paths alone.
struct Sources: Sendable {
    var texts: [[UInt8]] = []

    /// Longer files are left out: they take longer and break in no other way.
    private static let longest = 64 << 10

    /// - Parameter directories: absolute.
    init(below directories: [String], on pool: ThreadPoolExecutor) async throws {
        for directory in directories {
            var request = WorkspaceRequest(workingDirectory: directory)
            request.arguments = ["."]
            request.readsContext = false
            let files = try await Workspace().load(request, catalogue: .builtIn, on: pool).snapshot.files
            texts += files.map(\.text).filter { (1...Self.longest).contains($0.count) }
        }
    }
}
