import Foundation
import PackagePlugin

/// `swift package --allow-writing-to-package-directory unblock-fix [OPTION…]`: applies the fixes that are safe.
@main
struct FixPlugin: CommandPlugin {
    func performCommand(context: PluginContext, arguments: [String]) throws {
        let process = Process()
        process.executableURL = try context.tool(named: "unblock").url
        process.arguments = ["lint", "--fix"] + arguments
        process.currentDirectoryURL = context.package.directoryURL
        try process.run()
        process.waitUntilExit()
        guard process.terminationStatus != 0 else { return }
        Diagnostics.error("unblock ended with status \(process.terminationStatus)")
    }
}
