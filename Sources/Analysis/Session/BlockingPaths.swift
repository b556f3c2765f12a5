import ProgramModel
import SourceModel

/// The part of a folder's call graph that ends in blocking calls.
package struct BlockingPaths: Sendable {
    /// A function, closure or initial value that blocks its thread.
    package struct Node: Sendable, Hashable {
        /// As a reader would name it: `Config.load(from:)`.
        package var symbol: String
        /// As findings name it.
        package var file: String
        /// The whole declaration.
        package var range: SourceRange
        /// Its name, or the brace of a closure.
        package var nameRange: SourceRange
        package var isClosure: Bool
        /// Asynchronous code or code of an actor: here the path begins.
        package var isContext: Bool
        /// Library calls and loops of its own that block, in the order of the text.
        package var blockingCalls: [BlockingCall]
        /// What it calls that blocks.
        package var calls: [Call]
        /// Who calls it.
        package var callers: [Call]
    }

    package struct BlockingCall: Sendable, Hashable {
        /// As Swift spells it: `Thread.sleep(forTimeInterval:)`.
        package var name: String
        package var range: SourceRange
    }

    /// A call in one node of another.
    package struct Call: Sendable, Hashable {
        /// Position in `nodes` of the other end.
        package var node: Int
        /// In the file of the node that calls.
        package var range: SourceRange
    }

    package private(set) var nodes: [Node] = []
    private var byFile: [String: [Int]] = [:]

    init(_ program: Program) {
        var positions: [BodyReference: Int] = [:]
        for region in program.effects.regions {
            guard let node = Self.node(region, in: program) else { continue }
            positions[region] = nodes.count
            byFile[node.file, default: []].append(nodes.count)
            nodes.append(node)
        }
        for way in program.blockingWays() {
            guard let caller = positions[way.caller], let callee = positions[way.callee] else { continue }
            let range = Self.range(of: way.site, in: program)
            nodes[caller].calls.append(Call(node: callee, range: range))
            nodes[callee].callers.append(Call(node: caller, range: range))
        }
        for index in nodes.indices { nodes[index].calls.sort { $0.range < $1.range } }
    }

    /// Positions of the nodes of a file, in the order of the text.
    package func nodes(in file: String) -> [Int] { (byFile[file] ?? []).sorted { nodes[$0].range < nodes[$1].range } }

    private static func node(_ region: BodyReference, in program: Program) -> Node? {
        let body = program.index.body(region)
        var range = body.range
        var nameRange = body.nameRange
        var isClosure = false
        var symbol = program.resolver.symbol(around: region).name
        switch body.kind {
        case .function(let id):
            let function = program.index.function(FunctionReference(region.file, id))
            (range, nameRange) = (function.range, function.nameRange)
        case .propertyInitializer(let id):
            let property = program.index.property(PropertyReference(region.file, id))
            (range, nameRange) = (property.range, property.nameRange)
        case .closure, .asyncLet, .defaultArgument:
            isClosure = true
            symbol = "closure in \(symbol)"
        case .topLevel: break
        }
        let direct = program.effects[region].filter { $0.cause == nil && $0.confidence >= .likely }
        let calls = direct.map { BlockingCall(name: $0.api, range: Self.range(of: $0.site, in: program)) }
        return Node(
            symbol: symbol, file: program.files[region.file].path, range: range, nameRange: nameRange,
            isClosure: isClosure, isContext: program.contexts.context(of: region) != nil,
            blockingCalls: calls.sorted { $0.range < $1.range }, calls: [], callers: [])
    }

    private static func range(of site: Site, in program: Program) -> SourceRange {
        switch site {
        case .call(let call): program.index.call(call).nameRange
        case .read(let read): program.index.read(read).nameRange
        case .loop(let loop): loop.keywordRange
        }
    }
}

extension LinkedProgram {
    /// What calls what, on the ways to blocking calls; only of a program that was linked whole.
    package var blockingPaths: BlockingPaths { BlockingPaths(program) }
}
