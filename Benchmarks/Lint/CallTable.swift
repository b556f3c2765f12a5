import Foundation
import IndexStore
import ProgramModel

/// What the compiler's typed syntax tree says that calls mean, as `Benchmarks/Resolution/calls_of_ast.py` writes it.
struct CallTable: Sendable {
    /// By file, then by the offset of the name.
    private var callees: [String: [Int: CompilerCallee]] = [:]

    /// - Parameter path: of a table with a line for each call: file, byte offset, USR.
    init(path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for line in text.split(separator: "\n") {
            let fields = line.split(separator: "\t")
            guard fields.count == 3, let offset = Int(fields[1]), let callee = Self.callee(String(fields[2])) else {
                continue
            }
            callees[String(fields[0]), default: [:]][offset] = callee
        }
    }

    func callee(at offset: Int, in file: String) -> CompilerCallee? { callees[file]?[offset] }

    /// `nil` for what is no function: properties that hold closures.
    private static func callee(_ usr: String) -> CompilerCallee? {
        let isFunction = usr.hasPrefix("c:@F@") || ["F", "FZ", "fc", "fC"].contains { usr.hasSuffix($0) }
        guard isFunction else { return nil }
        let path = DeclarationPath(function: usr)
        let kind: ExternalCallee.Kind =
            if usr.hasSuffix("fc") || usr.hasSuffix("fC") {
                .initializer
            } else if usr.hasSuffix("FZ") {
                .staticMethod
            } else {
                path?.type == nil ? .freeFunction : .method
            }
        return CompilerCallee(
            usr: usr, kind: kind, isAsync: false, module: path?.module, type: path?.type, name: path?.name)
    }
}
