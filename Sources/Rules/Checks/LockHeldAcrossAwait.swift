import ProgramModel
import SourceModel

/// A lock that is taken before and given up after a suspension, on some path.
enum LockHeldAcrossAwait {
    static let id: RuleID = "lock-held-across-await"

    static func detections(for locks: [HeldLock], _ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        return locks.compactMap { lock in
            let body = BodyReference(lock.call.file, context.index.call(lock.call).body)
            guard let execution = context.program.contexts.context(of: body) else { return nil }
            let match = context.program.matcher.entry(of: lock.call)
            let summary = context.program.files[lock.call.file].summary
            let callee =
                match?.entry.declaration.text ?? context.symbol(of: lock.call)
                ?? context.index.call(lock.call).baseName(in: summary) + "()"
            let place = context.index.call(lock.call).nameRange.start
            let path = [
                Detection.Step(symbol: callee, file: lock.call.file, offset: place)
            ]
            var detection = builder.make(
                id, site: .call(lock.call), callee: callee, api: match.map { builder.libraryName($0.entry) } ?? callee,
                in: execution, severity: .error,
                confidence: match?.confidence ?? .likely, path: path, waits: "a lock",
                advice: "Give the lock up before the suspension, or use a lock that suspends")
            detection.path.append(
                Detection.Step(
                    symbol: "the task suspends here while the lock is held", file: lock.call.file, offset: lock.during,
                    isRemark: true))
            return detection
        }
    }
}

extension RuleContext {
    /// The name of the workspace's function that a call reaches.
    func symbol(of call: CallReference) -> String? {
        guard case .functions(let functions) = resolver.resolve(call).target, let function = functions.first else {
            return nil
        }
        return resolver.symbol(of: function)
    }
}
