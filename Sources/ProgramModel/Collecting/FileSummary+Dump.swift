/// A summary as text, for tests and for `debug`: declarations first, then every body with its steps.
///
/// Made to be read, not parsed: expressions nested deeper than a reader would follow end in `…`.
extension FileSummary {
    package var dump: String {
        var dump = SummaryDump(summary: self)
        dump.write()
        return dump.lines.joined(separator: "\n")
    }
}

private struct SummaryDump {
    let summary: FileSummary
    var lines: [String] = []

    init(summary: FileSummary) { self.summary = summary }

    private mutating func line(_ depth: Int, _ parts: String?...) {
        let text = parts.compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
        lines.append(String(repeating: "  ", count: depth) + text)
    }

    mutating func write() {
        if !summary.imports.isEmpty { line(0, "import", summary.imports.joined(separator: ", ")) }
        for type in summary.types { write(type) }
        for property in summary.properties { write(property) }
        for function in summary.functions { write(function) }
        for (index, body) in summary.bodies.enumerated() where index > 0 || !body.steps.isEmpty {
            line(
                0, "body \(index)", describe(body.kind), body.parent.map { "in \($0.index)" },
                body.isAsync ? "async" : nil)
            for parameter in body.parameters { write(summary.locals[parameter.index], 1) }
            for step in body.steps { write(step, 1) }
        }
    }

    private mutating func write(_ type: TypeDeclaration) {
        let inherits = type.inherits.map(\.written).joined(separator: ", ")
        let requirements = type.requirements.map(\.written).joined(separator: ", ")
        line(
            0, describe(type.isolation), type.kind.rawValue,
            (type.parent.map { summary.types[$0.index].name + "." } ?? "") + type.name + type.generics.written
                + (inherits.isEmpty ? "" : ": " + inherits),
            requirements.isEmpty ? nil : "where " + requirements,
            type.associatedTypes.isEmpty ? nil : "associated " + type.associatedTypes.written,
            type.enclosingBody.map { "in \($0.index)" }, describe(type.platforms), describe(type.markers))
    }

    private mutating func write(_ property: PropertyDeclaration) {
        line(
            0, describe(property.isolation), property.isStatic ? "static" : nil, property.isLazy ? "lazy" : nil,
            property.isMutable ? "var" : "let", owner(property.parent) + property.name,
            property.type.map { ": " + $0.written }, property.initializer.map { "= " + describe($0) },
            property.getter == nil ? nil : "get", property.setter == nil ? nil : "set",
            property.observers.isEmpty ? nil : "observed")
    }

    private mutating func write(_ function: FunctionDeclaration) {
        line(
            0, describe(function.isolation), function.isStatic ? "static" : nil, function.kind.rawValue,
            owner(function.parent) + name(of: function), function.isAsync ? "async" : nil,
            function.isThrowing ? "throws" : nil, function.result.map { "-> " + $0.written },
            function.requirements.isEmpty
                ? nil : "where " + function.requirements.map(\.written).joined(separator: ", "),
            function.enclosingBody.map { "in \($0.index)" }, function.body.map { "body \($0.index)" },
            function.isNoAsync ? "noasync" : nil, describe(function.platforms), describe(function.markers))
    }

    private func describe(_ platforms: PlatformSet) -> String? {
        if platforms == .all { return nil }
        let names: [(PlatformSet, String)] = [
            (.macOS, "macOS"), (.devices, "devices"), (.linux, "Linux"), (.android, "Android"), (.windows, "Windows"),
            (.bsd, "BSD"), (.wasi, "WASI"), (.others, "others"),
        ]
        return "for " + names.filter { platforms.contains($0.0) }.map(\.1).joined(separator: ", ")
    }

    private func name(of function: FunctionDeclaration) -> String {
        guard [.function, .initializer, .subscriptGetter, .subscriptSetter].contains(function.kind) else {
            return function.name
        }
        let labels = function.parameters.map { ($0.label ?? "_") + ":" }.joined()
        return function.name + function.generics.written + "(\(labels))"
    }

    private func owner(_ type: TypeID?) -> String { type.map { summary.types[$0.index].name + "." } ?? "" }

    private mutating func write(_ local: Local, _ depth: Int) {
        line(depth, "parameter", local.name, local.type.map { ": " + $0.written })
    }

    private mutating func write(_ step: Step, _ depth: Int) {
        switch step {
        case .call(let id):
            let call = summary.calls[id.index]
            line(
                depth, call.isSubscript ? "index" : "call", describe(call), describe(call.awaits),
                call.isTried ? "try" : nil)
        case .read(let id):
            let read = summary.reads[id.index]
            line(depth, read.isWrite ? "write" : "read", describe(read.expression), describe(read.awaits))
        case .suspension: line(depth, "suspension")
        case .assignment(let target, let value): line(depth, "assign", describe(target), "=", describe(value))
        case .branch(let arms):
            line(depth, "branch")
            for arm in arms {
                line(depth + 1, arm.isEmpty ? "way: nothing" : "way:")
                for step in arm { write(step, depth + 2) }
            }
        case .loop(let loop):
            line(depth, loop.label.map { $0 + ":" }, "loop \(loop.kind)")
            for step in loop.condition { write(step, depth + 2) }
            line(depth + 1, "do")
            for step in loop.body { write(step, depth + 2) }
        case .deferred(let steps):
            line(depth, "defer")
            for step in steps { write(step, depth + 1) }
        case .scope(let steps):
            line(depth, "scope")
            for step in steps { write(step, depth + 1) }
        case .exit(let exit):
            switch exit {
            case .return(let value): line(depth, "return", value.map { describe($0) })
            case .throw: line(depth, "throw")
            case .break(let label): line(depth, "break", label)
            case .continue(let label): line(depth, "continue", label)
            case .fallthrough: line(depth, "fallthrough")
            }
        }
    }

    private func describe(_ kind: Body.Kind) -> String {
        switch kind {
        case .topLevel: "top level"
        case .function(let id):
            "function " + owner(summary.functions[id.index].parent) + name(of: summary.functions[id.index])
        case .asyncLet: "async let"
        case .propertyInitializer(let id): "initial value of " + summary.properties[id.index].name
        case .defaultArgument(let id): "default argument of " + summary.functions[id.index].name
        case .closure(let form):
            ["closure", describe(form.isolation), describe(form.use), form.result.map { "-> " + $0.written }]
                .compactMap { $0 }.filter { !$0.isEmpty }.joined(separator: " ")
                + (form.captures.isEmpty ? "" : " [" + form.captures.joined(separator: ", ") + "]")
        }
    }

    private func describe(_ use: ClosureForm.Use) -> String {
        switch use {
        case .argument(let call, let index):
            "argument \(index) of " + describe(summary.calls[call.index].callee)
        case .applied: "applied"
        case .bound(let local): "bound to " + summary.locals[local.index].name
        case .assigned(let target): "assigned to " + describe(target)
        case .property(let id): "property " + summary.properties[id.index].name
        case .other: ""
        }
    }

    private func describe(_ isolation: DeclaredIsolation) -> String {
        switch isolation {
        case .unspecified: ""
        case .nonisolated: "nonisolated"
        case .nonisolatedNonsending: "nonisolated(nonsending)"
        case .concurrent: "@concurrent"
        case .globalActor(let name): "@" + name
        }
    }

    private func describe(_ markers: Markers) -> String? {
        markers.isBlocking ? "blocking" : markers.isNonblocking ? "nonblocking" : nil
    }

    private func describe(_ awaits: AwaitCoverage) -> String {
        switch awaits {
        case .none: ""
        case .shared: "await?"
        case .sole: "await!"
        }
    }

    private func describe(_ call: Call, depth: Int = 0) -> String {
        let arguments = call.arguments.map { argument in
            (argument.label.map { $0 + ": " } ?? "") + (argument.isInOut ? "&" : "")
                + describe(argument.value, depth + 1)
        }
        let list = arguments.joined(separator: ", ")
        return describe(call.callee, depth + 1) + (call.isSubscript ? "[\(list)]" : "(\(list))")
    }

    private func describe(_ id: ExpressionID, _ depth: Int = 0) -> String {
        guard depth < 12 else { return "…" }
        let deeper = depth + 1
        switch summary[id] {
        case .unknown: return "?"
        case .name(let name, let arguments): return name + arguments.written
        case .local(let local): return "%" + summary.locals[local.index].name
        case .selfReference: return "self"
        case .selfType: return "Self"
        case .superReference: return "super"
        case .member(let base, let name, let arguments): return describe(base, deeper) + "." + name + arguments.written
        case .implicitMember(let name): return "." + name
        case .call(let call): return describe(summary.calls[call.index], depth: deeper)
        case .subscript(let base, let arguments): return describe(base, deeper) + "[" + list(arguments, deeper) + "]"
        case .integer(let text), .float(let text): return text
        case .boolean(let value): return value ? "true" : "false"
        case .string(let text): return text.map { "\"\($0)\"" } ?? "\"\\(…)\""
        case .regex: return "/…/"
        case .nilLiteral: return "nil"
        case .array(let elements): return "[" + list(elements, deeper) + "]"
        case .dictionary(let elements):
            return "["
                + elements.prefix(8).map { describe($0.key, deeper) + ": " + describe($0.value, deeper) }
                .joined(separator: ", ") + "]"
        case .tuple(let elements):
            return "("
                + elements.prefix(8).map { ($0.label.map { $0 + ": " } ?? "") + describe($0.value, deeper) }
                .joined(separator: ", ") + ")"
        case .unwrap(let value): return describe(value, deeper) + "!"
        case .optionalTry(let value): return "try? " + describe(value, deeper)
        case .cast(let value, let type, let isOptional):
            return "(" + describe(value, deeper) + (isOptional ? " as? " : " as ") + type.written + ")"
        case .type(let type): return "<" + type.written + ">"
        case .selfMember(let value): return describe(value, deeper) + ".self"
        case .closure(let body): return "{\(body.index)}"
        case .keyPath: return "\\"
        case .choice(let values):
            return "(" + values.prefix(8).map { describe($0, deeper) }.joined(separator: " | ") + ")"
        case .operators(let operands, let operators):
            var text = operands.first.map { describe($0, deeper) } ?? ""
            for (name, operand) in zip(operators.prefix(8), operands.dropFirst()) {
                text += " \(name) " + describe(operand, deeper)
            }
            return "(" + text + ")"
        case .unary(let name, let value): return name + describe(value, deeper)
        case .macro(let name): return "#" + name
        }
    }

    private func list(_ ids: [ExpressionID], _ depth: Int) -> String {
        ids.prefix(8).map { describe($0, depth) }.joined(separator: ", ") + (ids.count > 8 ? ", …" : "")
    }
}
