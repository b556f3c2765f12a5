import SourceModel

/// The calls of one file, in 32 bytes each; put together when asked for. O(1).
package struct CallList: RandomAccessCollection, Sendable {
    private let calls: [PackedCall]
    private let arguments: ArgumentPool
    /// Those of calls that have any: few tests, for many calls each.
    private let requirements: [[ParameterRequirement]]

    package var startIndex: Int { 0 }
    package var endIndex: Int { calls.count }

    init(_ drafts: [CallDraft], _ arguments: ArgumentPool) {
        var calls: [PackedCall] = []
        calls.reserveCapacity(drafts.count)
        var start: UInt32 = 0
        var requirements: [[ParameterRequirement]] = [[]]
        var positions: [[ParameterRequirement]: UInt32] = [[]: 0]
        for draft in drafts {
            let next = UInt32(requirements.count)
            let position = positions[draft.requirements, default: next]
            if position == next {
                positions[draft.requirements] = next
                requirements.append(draft.requirements)
            }
            calls.append(PackedCall(draft, firstArgument: start, requirements: position))
            start += UInt32(draft.arguments.count)
        }
        self.calls = calls
        self.arguments = arguments
        self.requirements = requirements.fitted
    }

    package subscript(position: Int) -> Call {
        let call = calls[position]
        let end = position + 1 < calls.count ? calls[position + 1].firstArgument : arguments.count
        return Call(
            arguments: ArgumentList(arguments, call.firstArgument..<end),
            requirements: requirements[Int(call.flags >> PackedCall.flagBits)], callee: call.callee, body: call.body,
            range: call.range, nameRange: call.nameRange, awaits: call.awaits, isTried: call.has(.isTried),
            isOffMainThread: call.has(.isOffMainThread), isSubscript: call.has(.isSubscript),
            isWrite: call.has(.isWrite))
    }

    /// As `self[position].body`, without the rest of the call.
    func body(at position: Int) -> BodyID { calls[position].body }

    /// As `self[position].callee`, without the rest of the call.
    func callee(at position: Int) -> ExpressionID { calls[position].callee }

    /// As `self[position].nameRange`, without the rest of the call.
    func nameRange(at position: Int) -> SourceRange { calls[position].nameRange }

    /// As `self[position].isSubscript`, without the rest of the call.
    func isSubscript(at position: Int) -> Bool { calls[position].has(.isSubscript) }
}

/// One call of a `CallList`; its arguments end where those of the next begin.
private struct PackedCall: Sendable {
    enum Flag: UInt32 {
        case isShared = 1
        case isSole = 2
        case isTried = 4
        case isOffMainThread = 8
        case isSubscript = 16
        case isWrite = 32
    }

    let firstArgument: UInt32
    let callee: ExpressionID
    let body: BodyID
    let range: SourceRange
    let nameRange: SourceRange
    /// The position of the requirements above the bits of `Flag`.
    let flags: UInt32

    static let flagBits: UInt32 = 6

    init(_ draft: CallDraft, firstArgument: UInt32, requirements: UInt32) {
        self.firstArgument = firstArgument
        callee = draft.callee
        body = draft.body
        range = draft.range
        nameRange = draft.nameRange
        var flags = requirements << Self.flagBits
        switch draft.awaits {
        case .none: break
        case .shared: flags |= Flag.isShared.rawValue
        case .sole: flags |= Flag.isSole.rawValue
        }
        if draft.isTried { flags |= Flag.isTried.rawValue }
        if draft.isOffMainThread { flags |= Flag.isOffMainThread.rawValue }
        if draft.isSubscript { flags |= Flag.isSubscript.rawValue }
        if draft.isWrite { flags |= Flag.isWrite.rawValue }
        self.flags = flags
    }

    func has(_ flag: Flag) -> Bool { flags & flag.rawValue != 0 }

    var awaits: AwaitCoverage { has(.isShared) ? .shared : has(.isSole) ? .sole : .none }
}
