import ProgramModel
import SourceModel

/// How a piece of code is written that runs on other threads and is awaited.
struct OffloadForm {
    enum Threads: Equatable {
        /// An executor of ExecutorFutures, by the expression that names it.
        case executor(String)
        case nioThreadPool
        /// A serial queue made for the call. Never throws by itself.
        case ownQueue
        /// A queue of the project.
        case queue(String)
    }

    let threads: Threads

    var style: FixStyle {
        switch threads {
        case .executor: .executorFuture
        case .nioThreadPool: .nio
        case .ownQueue: .dispatch
        case .queue: .structure
        }
    }

    /// Whether awaiting can fail although the work cannot: the task was cancelled, or the executor takes no more work.
    var throwsByItself: Bool {
        switch threads {
        case .executor, .nioThreadPool: true
        case .ownQueue, .queue: false
        }
    }

    /// The work that is moved.
    struct Work {
        /// With its own `try`, indented as it would be on the line that the offload stands on.
        var body: String
        /// `body` is one expression, not statements that end in a `return`.
        var isExpression: Bool
        var isThrowing: Bool
        /// The value is `Void`, or there is none.
        var isVoid: Bool
        var captures: String
        /// What is bound without checks in front of the work; only queues take it.
        var lent: [String] = []
        /// How the standard library's `Result` is written.
        var result: String

        /// A name of the new code that means nothing to the code that moves.
        func name(_ wanted: String) -> String {
            let isTaken = (lent + [body]).contains { text in
                text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "." }.contains { word in
                    word == wanted || word.hasPrefix(wanted + ".")
                }
            }
            return isTaken ? "blocking" + wanted.prefix(1).uppercased() + wanted.dropFirst() : wanted
        }
    }

    /// - Parameters:
    ///   - room: bytes that are left on the line; a longer form takes several lines.
    ///   - isCondition: whether a trailing closure would be taken for a block.
    func text(_ work: Work, _ indentation: Indentation, room: Int, isCondition: Bool) -> String {
        switch threads {
        case .executor(let name): call("\(name).submit", ".value", work, indentation, room, isCondition)
        case .nioThreadPool: call("NIOThreadPool.singleton.runIfActive", "", work, indentation, room, isCondition)
        case .ownQueue: continuation("DispatchQueue(label: \"blocking\")", work, indentation, isCondition)
        case .queue(let name): continuation(name, work, indentation, isCondition)
        }
    }

    private func call(
        _ callee: String, _ suffix: String, _ work: Work, _ indentation: Indentation, _ room: Int, _ isCondition: Bool
    ) -> String {
        let (open, close) = isCondition ? ("({", "})") : (" {", "}")
        let captures = work.captures.isEmpty ? "" : " \(work.captures) in"
        let line =
            "\(callee)\(open)\(captures) \(work.body) }"
            + (isCondition ? ")" : "") + suffix
        if !work.body.contains("\n"), line.utf8.count <= room { return line }
        let inner = indentation.line + indentation.step
        return "\(callee)\(open)\(captures)\n\(inner)\(indentation.indented(work.body))\n"
            + "\(indentation.line)\(close)\(suffix)"
    }

    private func continuation(
        _ queue: String, _ work: Work, _ indentation: Indentation, _ isCondition: Bool
    ) -> String {
        let captures = work.captures.isEmpty ? "" : " \(work.captures) in"
        let name = work.name("continuation")
        let kind = work.isThrowing ? "withCheckedThrowingContinuation" : "withCheckedContinuation"
        let (outer, inner) = (
            indentation.line + indentation.step, indentation.line + indentation.step + indentation.step
        )
        let (open, close) = isCondition ? ("({", "})") : (" {", "}")
        var lines = ["\(kind)\(open) \(name) in"]
        if !work.lent.isEmpty { lines.append("\(outer)// Nothing else uses it until the work is done.") }
        lines += work.lent.map { "\(outer)nonisolated(unsafe) let \($0)" }
        lines.append("\(outer)\(queue).async {\(captures)")
        let body = indentation.indented(work.body, by: 2)
        let deeper = "\(inner)\(indentation.step)\(indentation.indented(work.body, by: 3))"
        switch (work.isThrowing, work.isVoid) {
        case (true, _) where !work.body.contains("\n"):
            lines += Self.resume(name, with: "with: \(work.result) { \(body) }", inner, indentation.step)
        case (true, _): lines += ["\(inner)\(name).resume(with: \(work.result) {", deeper, "\(inner)})"]
        case (false, true) where work.body.isEmpty: lines.append("\(inner)\(name).resume()")
        case (false, true): lines += ["\(inner)\(body)", "\(inner)\(name).resume()"]
        case (false, false) where work.isExpression:
            lines += Self.resume(name, with: "returning: \(body)", inner, indentation.step)
        case (false, false):
            let value = work.name("value")
            lines += [
                "\(inner)let \(value) = {", deeper, "\(inner)}()", "\(inner)\(name).resume(returning: \(value))",
            ]
        }
        lines += ["\(outer)}", "\(indentation.line)\(close)"]
        return lines.joined(separator: "\n")
    }

    private static func resume(
        _ name: String, with argument: String, _ indentation: String, _ step: String
    ) -> [String] {
        let line = "\(indentation)\(name).resume(\(argument))"
        if line.contains("\n") || line.utf8.count <= Offload.maximumLineLength { return [line] }
        return ["\(indentation)\(name).resume(", "\(indentation)\(step)\(argument))"]
    }
}

extension Program {
    /// `Result`, or `Swift.Result` where that name means something else in a body.
    func standardResult(in body: BodyReference) -> String {
        resolver.isOwnType("Result", in: body) ? "Swift.Result" : "Result"
    }
}
