import Foundation
import PackagePlugin

/// `swift package unblock [OPTION…]`: lints the package; options and paths are those of `unblock lint`.
@main
struct LintPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "unblock").url
        process.arguments = ["lint"] + arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus != 0 else { return }
        // What was found stands on standard output; this only makes the command fail.
        Diagnostics.error("unblock ended with status \(process.terminationStatus)")
    }
}
