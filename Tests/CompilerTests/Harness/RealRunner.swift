import Foundation

/// Runs programs one after the other, each in a folder of its own, and prints what they return.
///
/// Arguments: a folder, then names. Under each `## name` stand the program's lines.
@main struct RealRunner {
    static func main() async {
        setvbuf(stdout, nil, Int32(_IOLBF), 0)
        let arguments = CommandLine.arguments.dropFirst()
        for name in arguments.dropFirst() {
            print("## \(name)")
            do {
                guard let folder = arguments.first, let program = programs[name] else {
                    throw CocoaError(.fileNoSuchFile)
                }
                for line in try await program(try emptyFolder(folder + "/" + name)) { print(line) }
            } catch {
                print("error: \(error)")
            }
        }
        print("## end")
    }

    private static func emptyFolder(_ path: String) throws -> String {
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        return path
    }
}
