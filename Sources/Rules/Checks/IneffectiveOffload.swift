import ProgramModel
import RuleCatalogue
import SourceModel

/// A blocking call that is moved to threads of the same supply: an awaited `Task.detached`, or a global Dispatch queue
/// behind a continuation.
enum IneffectiveOffload: Rule {
    static let id: RuleID = "ineffective-offload"

    static func check(_ context: RuleContext) -> [Detection] {
        let builder = DetectionBuilder(context: context)
        var detections: [Detection] = []
        let regions = context.program.regions.sorted { ($0.file, $0.id.index) < ($1.file, $1.id.index) }
        for region in regions {
            guard case .closure(let form) = context.index.kind(of: region),
                case .argument(let callID, _) = form.use,
                let effect = worst(context.program.effects[region])
            else { continue }
            let call = CallReference(region.file, callID)
            guard let parent = context.index.body(region).parent,
                let execution = context.program.contexts.context(of: BodyReference(region.file, parent)),
                isIneffective(region, call, context)
            else { continue }
            let callee = builder.path(effect).first?.symbol ?? effect.api
            let step = Detection.Step(
                symbol: callee, file: region.file, offset: builder.place(of: effect.site).start)
            detections.append(
                builder.make(
                    id, site: .call(call), callee: callee, api: builder.libraryName(effect), in: execution,
                    severity: .warning, confidence: effect.confidence, path: [step], waits: "",
                    advice: "Submit it to an executor with threads of its own: "
                        + "`try await pool.submit { … }.value`"))
        }
        return detections
    }

    /// The most harmful effect that is worth an offload; bounded moments are not.
    private static func worst(_ effects: [Effect]) -> Effect? {
        effects.first { effect in
            guard effect.confidence >= .likely else { return false }
            return effect.entry.map { Harm($0, budget: 10) > .low } ?? true
        }
    }

    private static func isIneffective(_ closure: BodyReference, _ call: CallReference, _ context: RuleContext) -> Bool {
        switch context.program.contexts.closures.placement(of: closure) {
        case .globalQueue:
            // Only on Linux do such queues share the pool's supply.
            return isInsideContinuation(call, context) && !isForAppleAlone(closure.file, context)
        case .context(.taskClosure, .cooperativePool): return isDetached(call, context) && isAwaited(call, context)
        default: return false
        }
    }

    /// Whether the module of a file imports what only Apple's platforms have.
    private static func isForAppleAlone(_ file: Int, _ context: RuleContext) -> Bool {
        context.resolver.isVisible(
            [
                "SwiftUI", "UIKit", "AppKit", "Cocoa", "WatchKit", "WidgetKit", "WebKit", "AVFoundation", "CoreData",
                "SwiftData", "Photos", "PhotosUI", "MapKit", "Vision", "ARKit", "RealityKit", "SpriteKit", "StoreKit",
            ], from: file)
    }

    private static func isDetached(_ call: CallReference, _ context: RuleContext) -> Bool {
        let summary = context.program.files[call.file].summary
        return context.index.call(call).baseName(in: summary) == "detached"
    }

    /// `await Task.detached { … }.value`: the read of `value` or `result` has the call as its receiver.
    private static func isAwaited(_ call: CallReference, _ context: RuleContext) -> Bool {
        let summary = context.program.files[call.file].summary
        return summary.reads.contains { read in
            guard read.awaits != .none, case .member(let base, let name, _) = summary[read.expression],
                name == "value" || name == "result"
            else { return false }
            return summary.isCall(call.id, base)
        }
    }

    private static func isInsideContinuation(_ call: CallReference, _ context: RuleContext) -> Bool {
        var current: BodyID? = context.index.call(call).body
        var steps = 0
        while let id = current, steps < 300 {
            steps += 1
            let body = context.index.body(BodyReference(call.file, id))
            if case .closure(let form) = body.kind, case .argument(let outer, _) = form.use {
                let summary = context.program.files[call.file].summary
                let name = context.index.call(CallReference(call.file, outer)).baseName(in: summary)
                if name.hasPrefix("with"), name.hasSuffix("Continuation") { return true }
            }
            current = body.parent
        }
        return false
    }
}

extension FileSummary {
    /// Whether an expression is a call, or a local that was set to it.
    fileprivate func isCall(_ call: CallID, _ id: ExpressionID) -> Bool {
        switch self[id] {
        case .call(call): return true
        case .local(let local):
            guard case .binding(let value?) = locals[local.index].origin, case .call(call) = self[value] else {
                return false
            }
            return true
        default: return false
        }
    }
}
