import SwiftSyntax

/// What the tests around a stretch of code say about the runs that come there.
struct Circumstances {
    /// `if !Thread.isMainThread`
    var isOffMainThread = false
    /// `if flag`, `guard let value`: for parameters of the enclosing function.
    var requirements: [ParameterRequirement] = []

    /// As seen in a body of its own. A closure may run elsewhere, but sees what the parameters were.
    func inside(_ kind: Body.Kind) -> Circumstances {
        guard case .closure = kind else { return Circumstances() }
        return Circumstances(requirements: requirements)
    }

    mutating func add(_ other: Circumstances) {
        isOffMainThread = isOffMainThread || other.isOffMainThread
        requirements += other.requirements.filter { !requirements.contains($0) }
    }
}

/// What follows from conditions, where they hold and where they do not.
struct ConditionFacts {
    var whenTrue = Circumstances()
    var whenFalse = Circumstances()
}

extension SummaryCollector {
    /// Collects conditions, and says what they tell about the code that they decide on.
    mutating func facts(_ list: ConditionElementListSyntax) -> ConditionFacts {
        let tests = conditions(list)
        var facts = ConditionFacts()
        facts.whenTrue.isOffMainThread = ThreadTest.excludesMain(list)
        facts.whenFalse.isOffMainThread = ThreadTest.leavesMain(list)
        // Not by `filter` of the list itself, which builds a new tree.
        let elements = Array(list).filter { element in
            if case .availability = element.condition { return false }
            return true
        }
        guard elements.count == tests.count else { return facts }
        for (element, test) in zip(elements, tests) {
            switch element.condition {
            case .optionalBinding:
                if let parameter = parameter(test) {
                    facts.whenTrue.requirements.append(ParameterRequirement(parameter: parameter, excluded: .nil))
                }
            case .expression:
                guard let (parameter, isNegated) = flag(test) else { continue }
                let needed = ParameterRequirement(parameter: parameter, excluded: isNegated ? .true : .false)
                let refused = ParameterRequirement(parameter: parameter, excluded: isNegated ? .false : .true)
                facts.whenTrue.requirements.append(needed)
                if list.count == 1 { facts.whenFalse.requirements.append(refused) }
            default: continue
            }
        }
        return facts
    }

    /// Runs `work` for code that only runs under some circumstances.
    mutating func under<Result>(_ more: Circumstances, _ work: (inout Self) -> Result) -> Result {
        let outer = circumstances
        circumstances.add(more)
        defer { circumstances = outer }
        return work(&self)
    }

    /// `flag` or `!flag`, of a parameter.
    private func flag(_ id: ExpressionID) -> (parameter: Int, isNegated: Bool)? {
        if case .unary("!", let inner) = summary[id] { return parameter(inner).map { ($0, true) } }
        return parameter(id).map { ($0, false) }
    }

    /// The position of the parameter of a function that an expression names.
    private func parameter(_ id: ExpressionID) -> Int? {
        guard case .local(let local) = summary[id], case .parameter(let index) = summary.locals[local.index].origin
        else { return nil }
        return index
    }
}
