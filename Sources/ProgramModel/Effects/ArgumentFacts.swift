import RuleCatalogue

/// The answer to a condition on an argument.
enum ConditionAnswer: Hashable {
    case holds
    case fails
    /// It depends on what the enclosing function was given as the parameter with this index.
    case depends(parameter: Int)
}

extension Resolver {
    /// Checks a condition of the catalogue on an argument's expression.
    ///
    /// - Parameter unit: milliseconds that a bare number stands for.
    func check(
        _ test: ArgumentTest, _ argument: ExpressionID, in scope: Scope, unit: Double = 1_000
    ) -> ConditionAnswer {
        var visitor = ArgumentVisitor(resolver: self, scope: scope)
        switch test {
        case .mentions(let names): return visitor.mentions(names, argument)
        case .equals(let literal): return visitor.equals(literal, argument)
        case .isZero: return visitor.isShort(argument, budget: options.stallBudgetMilliseconds, unit: unit)
        case .isRemote: return visitor.url(argument) == .remote ? .holds : .fails
        case .isBundled: return visitor.url(argument) == .bundled ? .holds : .fails
        }
    }
}

/// Looks through an argument's expression, and through the locals and constants that it names.
struct ArgumentVisitor {
    let resolver: Resolver
    var scope: Scope
    /// Expressions left to look at; bounds loops through constants.
    private var budget = 200

    init(resolver: Resolver, scope: Scope) {
        self.resolver = resolver
        self.scope = scope
    }

    enum URLKind { case remote, file, bundled, unknown }

    private var summary: FileSummary { resolver.index.files[scope.file].summary }

    // MARK: Names

    mutating func mentions(_ names: [String], _ id: ExpressionID) -> ConditionAnswer {
        guard budget > 0 else { return .fails }
        budget -= 1
        switch summary[id] {
        case .name(let name, _), .implicitMember(let name): return names.contains(name) ? .holds : .fails
        case .member(let base, let name, _):
            return names.contains(name) ? .holds : mentions(names, base)
        case .local(let local):
            if let parameter = parameterIndex(local) { return .depends(parameter: parameter) }
            guard let value = value(of: local) else { return .fails }
            return mentions(names, value)
        case .call(let call):
            let call = summary.calls[call.index]
            return firstAnswer([call.callee] + call.arguments.map(\.value)) { $0.mentions(names, $1) }
        case .array(let elements): return firstAnswer(elements) { $0.mentions(names, $1) }
        case .tuple(let elements): return firstAnswer(elements.map(\.value)) { $0.mentions(names, $1) }
        case .operators(let operands, _): return firstAnswer(operands) { $0.mentions(names, $1) }
        case .choice(let choices): return firstAnswer(choices) { $0.mentions(names, $1) }
        case .unwrap(let inner), .optionalTry(let inner), .cast(let inner, _, _), .unary(_, let inner),
            .selfMember(let inner):
            return mentions(names, inner)
        default: return .fails
        }
    }

    private mutating func firstAnswer(
        _ expressions: [ExpressionID], _ check: (inout ArgumentVisitor, ExpressionID) -> ConditionAnswer
    ) -> ConditionAnswer {
        var answer = ConditionAnswer.fails
        for expression in expressions {
            switch check(&self, expression) {
            case .holds: return .holds
            case .depends(let parameter): answer = .depends(parameter: parameter)
            case .fails: continue
            }
        }
        return answer
    }

    // MARK: Literals

    mutating func equals(_ literal: String, _ id: ExpressionID) -> ConditionAnswer {
        guard budget > 0 else { return .fails }
        budget -= 1
        switch summary[id] {
        case .boolean(let value): return String(value) == literal ? .holds : .fails
        case .integer(let text), .float(let text): return text == literal ? .holds : .fails
        case .string(let text?): return text == literal ? .holds : .fails
        case .nilLiteral: return literal == "nil" ? .holds : .fails
        case .implicitMember(let name), .member(_, let name, _): return "." + name == literal ? .holds : .fails
        case .local(let local):
            if let parameter = parameterIndex(local) { return .depends(parameter: parameter) }
            return value(of: local).map { equals(literal, $0) } ?? .fails
        case .unary("-", let inner):
            guard literal.hasPrefix("-") else { return .fails }
            return equals(String(literal.dropFirst()), inner)
        default: return .fails
        }
    }

    // MARK: Durations

    /// Whether a duration, deadline or date cannot hold the caller longer than the budget.
    mutating func isShort(_ id: ExpressionID, budget milliseconds: Double, unit: Double) -> ConditionAnswer {
        if case .local(let local) = summary[id], let parameter = parameterIndex(local) {
            return .depends(parameter: parameter)
        }
        guard let wait = length(id, unit: unit) else { return .fails }
        return wait < milliseconds ? .holds : .fails
    }

    /// A length of time in milliseconds.
    ///
    /// - Parameter unit: milliseconds that a bare number stands for; a second, as in `TimeInterval`.
    mutating func length(_ id: ExpressionID, unit: Double) -> Double? {
        guard budget > 0 else { return nil }
        budget -= 1
        switch summary[id] {
        case .integer(let text), .float(let text):
            return Double(text.filter { $0 != "_" }).map { $0 * unit }
        // Foundation takes a negative interval as past; C's functions take it as for ever.
        case .unary("-", _): return unit == 1_000 ? 0 : nil
        case .implicitMember(let name), .member(_, let name, _):
            return ["zero", "distantPast", "now", "none"].contains(name) ? 0 : nil
        case .name("DISPATCH_TIME_NOW", _): return 0
        case .local(let local): return value(of: local).flatMap { length($0, unit: unit) }
        case .call(let call): return duration(of: summary.calls[call.index], unit: unit)
        case .operators(let operands, let operators) where operators.allSatisfy({ $0 == "+" }):
            var total = 0.0
            for operand in operands {
                guard let part = length(operand, unit: unit) else { return nil }
                total += part
            }
            return total
        case .operators(let operands, let operators) where operators == ["*"]:
            guard operands.count == 2, let left = length(operands[0], unit: 1),
                let right = length(operands[1], unit: unit)
            else { return nil }
            return left * right
        default: return nil
        }
    }

    private mutating func duration(of call: Call, unit: Double) -> Double? {
        let name = call.baseName(in: summary)
        guard let argument = call.arguments.first?.value else {
            return ["now", "Date", "init"].contains(name) ? 0 : nil
        }
        let label = call.arguments.first?.label
        switch name {
        case "seconds", "TimeInterval", "Double", "Int", "Int32", "UInt32": return length(argument, unit: 1_000)
        case "minutes": return length(argument, unit: 60_000)
        case "hours": return length(argument, unit: 3_600_000)
        case "milliseconds": return length(argument, unit: 1)
        case "microseconds": return length(argument, unit: 0.001)
        case "nanoseconds": return length(argument, unit: 0.000_001)
        case "Date", "init":
            return label == "timeIntervalSinceNow" ? length(argument, unit: 1_000) : nil
        default: return nil
        }
    }

    // MARK: URLs

    mutating func url(_ id: ExpressionID) -> URLKind {
        guard budget > 0 else { return .unknown }
        budget -= 1
        switch summary[id] {
        case .call(let call): return url(of: summary.calls[call.index])
        case .local(let local): return value(of: local).map { url($0) } ?? .unknown
        case .unwrap(let inner), .optionalTry(let inner), .cast(let inner, _, _), .selfMember(let inner):
            return url(inner)
        case .member(let base, let name, _):
            if ["resourceURL", "bundleURL", "resourcePath", "bundlePath", "executableURL"].contains(name) {
                return isBundle(base) ? .bundled : .unknown
            }
            if let property = resolver.property(id, scope) { return constant(property) }
            if ["temporaryDirectory", "homeDirectoryForCurrentUser", "documentsDirectory"].contains(name) {
                return .file
            }
            return .unknown
        case .name(let name, _):
            guard let property = resolver.globalProperty(name, from: scope.file) else { return .unknown }
            return constant(property)
        default: return .unknown
        }
    }

    private mutating func constant(
        _ property: PropertyReference, _ kind: (inout ArgumentVisitor, ExpressionID) -> URLKind = { $0.url($1) }
    ) -> URLKind {
        let declaration = resolver.index.property(property)
        guard !declaration.isMutable, let value = declaration.initializer, let body = declaration.initializerBody
        else { return .unknown }
        let saved = scope
        scope = Scope(file: property.file, body: body)
        defer { scope = saved }
        return kind(&self, value)
    }

    private mutating func url(of call: Call) -> URLKind {
        let name = call.baseName(in: summary)
        let label = call.arguments.first?.label
        switch (name, label) {
        case ("URL", "string"), ("NSURL", "string"), ("init", "string"):
            guard let argument = call.arguments.first?.value else { return .unknown }
            return scheme(argument)
        case ("URL", "fileURLWithPath"), ("URL", "filePath"), ("NSURL", "fileURLWithPath"): return .file
        case ("url", "forResource"), ("path", "forResource"), ("urls", "forResourcesWithExtension"),
            ("url", "forAuxiliaryExecutable"):
            return .bundled
        case ("appendingPathComponent", _), ("appending", _), ("appendingPathExtension", _),
            ("deletingLastPathComponent", _), ("standardizedFileURL", _):
            guard case .member(let base, _, _) = summary[call.callee] else { return .unknown }
            return url(base)
        default: return .unknown
        }
    }

    private mutating func scheme(_ id: ExpressionID) -> URLKind {
        guard budget > 0 else { return .unknown }
        budget -= 1
        switch summary[id] {
        case .string(let text?):
            if text.hasPrefix("file:") { return .file }
            return text.contains("://") ? .remote : .unknown
        case .local(let local): return value(of: local).map { scheme($0) } ?? .unknown
        // The beginning decides: `"https://" + host`, `"\(base)/users"`.
        case .operators(let operands, _): return operands.first.map { scheme($0) } ?? .unknown
        case .cast(let inner, _, _): return scheme(inner)
        case .name, .member:
            guard let property = resolver.property(id, scope) else { return .unknown }
            return constant(property) { $0.scheme($1) }
        default: return .unknown
        }
    }

    private func isBundle(_ id: ExpressionID) -> Bool {
        for nominal in resolver.nominals(in: resolver.type(of: id, in: scope)) {
            if resolver.index[nominal].qualifiedName == "Bundle" { return true }
        }
        if case .member(let base, _, _) = summary[id], case .name("Bundle", _) = summary[base] { return true }
        return false
    }

    // MARK: Locals

    /// The position of a parameter of the enclosing function, when a local is one.
    private func parameterIndex(_ local: LocalID) -> Int? {
        if case .parameter(let index) = summary.locals[local.index].origin { return index }
        return nil
    }

    private func value(of local: LocalID) -> ExpressionID? {
        let declaration = summary.locals[local.index]
        switch declaration.origin {
        case .binding(let value?): return declaration.isMutable ? nil : value
        case .unwrapped(let value), .capture(let value): return value
        default: return nil
        }
    }
}
