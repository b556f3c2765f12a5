import ProgramModel
import SourceModel

/// `Task { …; done.signal() }` with `done.wait()` in one function: reported at the wait, in synchronous code too.
enum SyncOverAsync: Rule {
    static let id: RuleID = "sync-over-async"

    static func check(_ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        return context.bridges.values.compactMap { bridge in
            guard let match = context.program.matcher.entry(of: bridge.wait) else { return nil }
            let body = BodyReference(bridge.wait.file, context.index.call(bridge.wait).body)
            let execution =
                context.program.contexts.context(of: body)
                ?? ExecutionContext(
                    kind: .synchronous, executor: .unknown, root: context.program.contexts.region(of: body),
                    isEntryPoint: false)
            let name = match.entry.declaration.text
            let step = Detection.Step(
                symbol: name, file: bridge.wait.file, offset: context.index.call(bridge.wait).nameRange.start)
            return builder.make(
                id, site: .call(bridge.wait), callee: name, api: builder.libraryName(match.entry), in: execution,
                severity: .error,
                confidence: match.confidence, path: [step], waits: match.entry.waits.phrase,
                advice: "Make the function async and await the work")
        }
    }
}
