import Analysis
import Foundation
import TestSupport

extension Compiler {
    /// What the compiler calls an error in some texts, as one module.
    static func errors(in texts: [String: String], language: String) throws -> [String] {
        let folder = try TemporaryFolder(texts)
        let paths = texts.keys.sorted().filter { $0.hasSuffix(".swift") && !$0.hasSuffix("Package.swift") }
        return try diagnostics(
            of: paths.map { FilePath.join(folder.path, $0) }, warnings: false, language: language, modules: builtModules
        ).filter(\.isError).map(\.message)
    }

    /// Where the build has put `ExecutorFutures` and the C module that it imports.
    static let builtModules = [buildFolder + "/Modules", buildFolder + "/CEventLoop.build"]

    /// Where `swift build` has put these tests.
    static let buildFolder: String = {
        let executable = ProcessInfo.processInfo.arguments.first { $0.hasSuffix(".xctest") } ?? ""
        return (executable as NSString).deletingLastPathComponent
    }()
}
