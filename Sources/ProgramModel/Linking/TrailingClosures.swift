/// Which parameters the trailing closures of a call are for.
///
/// Swift 6 looks forward (SE-0286): the closure without a label is for the next parameter that is written as a function,
/// unless that one may be left out and a later one needs it. An alias of a function type does not show what it is, so
/// where looking forward leads nowhere the last parameters are taken, as Swift 5 does.
struct TrailingClosures {
    private let closures: [Argument]
    private let parameters: [Parameter]
    /// The first parameter that no argument in parentheses has taken.
    private let next: Int

    init(_ closures: some Sequence<Argument>, for parameters: [Parameter], from next: Int) {
        self.closures = Array(closures)
        self.parameters = parameters
        self.next = next
    }

    /// A position for each closure, in their order; `nil` when there are not enough parameters.
    var positions: [Int]? { forwards ?? backwards }

    private var forwards: [Int]? {
        guard let first = closures.first, first.label == nil else { return nil }
        var labelled: [Int] = []
        for closure in closures.dropFirst() {
            let start = labelled.last.map { $0 + 1 } ?? next
            guard let label = closure.label, start < parameters.count,
                let position = parameters[start...].firstIndex(where: { $0.label == label && $0.canTakeClosure })
            else { return nil }
            labelled.append(position)
        }
        let end = labelled.first ?? parameters.count
        guard next < end else { return nil }
        let written = (next..<end).filter { parameters[$0].isFunction }
        guard let position = written.first(where: { !parameters[$0].hasDefault }) ?? written.first else { return nil }
        let positions = [position] + labelled
        let isComplete = parameters.indices.dropFirst(next).allSatisfy { position in
            positions.contains(position) || parameters[position].hasDefault || parameters[position].isVariadic
        }
        return isComplete ? positions : nil
    }

    private var backwards: [Int]? {
        var positions: [Int] = []
        var candidate = parameters.count - 1
        for closure in closures.reversed() {
            while candidate >= next {
                let parameter = parameters[candidate]
                let labelFits = closure.label.map { $0 == parameter.label } ?? true
                if labelFits, parameter.canTakeClosure { break }
                guard parameter.hasDefault || parameter.isVariadic else { return nil }
                candidate -= 1
            }
            guard candidate >= next else { return nil }
            positions.insert(candidate, at: 0)
            candidate -= 1
        }
        return positions
    }
}

extension Parameter {
    /// Whether its type is written as that of a function.
    fileprivate var isFunction: Bool {
        if case .function(let function) = type.withoutOptional { !function.isAutoclosure } else { false }
    }

    /// Whether a trailing closure may be for this parameter: anything but a type that is surely no function.
    fileprivate var canTakeClosure: Bool {
        switch type.withoutOptional {
        case .function, .named, .unknown, .opaque, .existential, .composition: true
        case .array, .dictionary, .tuple, .metatype, .optional: false
        }
    }
}
