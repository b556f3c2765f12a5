import SourceModel

/// What one `await` covers, counted while its operand is collected.
struct AwaitFrame {
    var calls = 0
    /// Reads of members and subscripts.
    var reads = 0
    var onlyCall: CallID?
    var onlyRead: ReadID?
}

extension SummaryCollector {
    /// Collects the operand of an `await` and says of what it covers whether it must be what suspends.
    mutating func awaited(
        _ keyword: SourceRange, _ work: (inout Self) -> ExpressionID
    ) -> ExpressionID {
        summary.bodies[body.index].isAsync = true
        let outer = awaiting
        awaiting = AwaitFrame()
        let value = work(&self)
        if let frame = awaiting {
            if frame.calls == 1, let call = frame.onlyCall {
                summary.calls[call.index].awaits = .sole
            } else if frame.calls == 0, frame.reads == 1, let read = frame.onlyRead {
                summary.reads[read.index].awaits = .sole
            } else if frame.calls == 0, frame.reads == 0 {
                steps.append(.suspension(keyword))
            }
        }
        awaiting = outer
        return value
    }

    /// Registers a call with the `await` around it.
    mutating func cover(_ call: CallID, isSubscript: Bool) -> AwaitCoverage {
        guard awaiting != nil else { return .none }
        if isSubscript {
            awaiting?.reads += 1
        } else {
            awaiting?.calls += 1
            awaiting?.onlyCall = call
        }
        return .shared
    }

    /// Adds a read, or a write, as a step.
    mutating func read(_ expression: ExpressionID, at nameRange: SourceRange, isWrite: Bool = false) {
        let id = ReadID(summary.reads.count)
        if awaiting != nil {
            awaiting?.reads += 1
            awaiting?.onlyRead = id
        }
        summary.reads.append(
            MemberRead(
                expression: expression, body: body, nameRange: nameRange,
                awaits: awaiting == nil ? .none : .shared, isWrite: isWrite))
        steps.append(.read(id))
    }
}
