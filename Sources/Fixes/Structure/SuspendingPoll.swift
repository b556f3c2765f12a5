import ProgramModel
import SourceModel
import struct SourceModel.SourceRange
import SwiftSyntax

/// Lets a loop that polls suspend between its looks: its sleep is awaited, and one without a sleep gets one.
///
/// Better is that whoever makes the change tells of it, which only a person can arrange.
struct SuspendingPoll {
    let program: Program
    let target: FixTarget
    let loop: LoopReference

    func draft() throws(FixRefusal) -> FixDraft {
        guard let token = target.tree.token(at: AbsolutePosition(utf8Offset: loop.keywordRange.start)) else {
            throw FixRefusal("the loop was not found in its file")
        }
        guard AsynchronousCode(program: program).contains(loop.body) else {
            throw FixRefusal("the code around the loop is synchronous")
        }
        let body: CodeBlockSyntax
        let condition: String
        if let loop = token.parent?.as(WhileStmtSyntax.self) {
            (body, condition) = (loop.body, loop.conditions.trimmedDescription)
        } else if let loop = token.parent?.as(RepeatStmtSyntax.self) {
            (body, condition) = (loop.body, loop.condition.trimmedDescription)
        } else {
            throw FixRefusal("a loop that polls has no mechanical replacement")
        }
        if condition.contains(".try()") || condition.contains("tryLock") {
            throw FixRefusal("the loop takes a lock, which belongs to its thread")
        }
        let place: AwaitPlace
        if let statement = body.statements.first {
            place = try AwaitPlace(ofStatement: statement)
        } else {
            guard let statement = token.parent?.parent?.as(CodeBlockItemSyntax.self) else {
                throw FixRefusal("the loop is no statement of its own")
            }
            place = try AwaitPlace(ofStatement: statement)
        }
        if let sleep = try sleepingCall(in: body.textRange) { return sleep }
        let pauses = Array(body.statements).filter { Self.isPause($0) }
        let wait =
            target.module.hasDurations
            ? "Task.sleep(for: .milliseconds(10))" : "Task.sleep(nanoseconds: 10_000_000)"
        let text = place.mayThrow ? "try await \(wait)" : "await Task.yield()"
        let rewrite: Rewrite
        if let pause = pauses.first, pauses.count == 1 {
            rewrite = target.replacing(pause.textRange, with: text)
        } else if body.statements.isEmpty, pauses.isEmpty {
            let inside = SourceRange(body.leftBrace.textRange.end, body.rightBrace.textRange.start)
            guard target.text(inside).allSatisfy(\.isWhitespace) else {
                throw FixRefusal("a comment stands in the loop")
            }
            rewrite = target.replacing(inside, with: " \(text) ")
        } else if body.statements.count == 1, let only = body.statements.first, only.item.is(ContinueStmtSyntax.self) {
            rewrite = target.replacing(only.textRange, with: text)
        } else {
            throw FixRefusal("the sleep in the loop has a fix of its own")
        }
        var reasons = [Self.reason]
        if !place.mayThrow { reasons.append("it keeps a core busy, though other tasks run meanwhile") }
        return FixDraft(
            title: "Suspend between the looks", style: .asyncAPI, reasons: reasons, rewrites: [rewrite])
    }

    private static let reason = "it still polls: better is an `AsyncEvent` that is set where the change is made"

    /// The async form of the sleep that the loop has.
    private func sleepingCall(in range: SourceRange) throws(FixRefusal) -> FixDraft? {
        let summary = program.files[loop.body.file].summary
        for position in summary.calls.indices where range.contains(summary.calls[position].nameRange.start) {
            let call = CallReference(loop.body.file, CallID(position))
            guard let entry = program.matcher.entry(of: call)?.entry, entry.waits == .time, let form = entry.asyncForm
            else { continue }
            let site = try BlockingSite(.call(call), in: program, target)
            var draft = try AsyncReplacement(program: program, target: target, site: site, entry: entry).draft(form)
            draft.reasons.insert(Self.reason, at: 0)
            return draft
        }
        return nil
    }

    /// What gives the core away for a moment, but not the thread.
    private static func isPause(_ item: CodeBlockItemSyntax) -> Bool {
        ["sched_yield()", "pthread_yield_np()", "_ = sched_yield()"].contains(item.trimmedDescription)
    }
}
