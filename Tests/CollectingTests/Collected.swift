import Foundation
import ProgramModel
import SwiftParsing
import Testing

/// Runs `work` with the stack that the analyzer gives its workers; waits for it.
func onDeepStack<Result: Sendable>(_ work: @escaping @Sendable () -> Result) -> Result {
    let box = Box<Result>()
    let thread = Thread { box.set(work()) }
    thread.stackSize = 64 << 20
    thread.start()
    return box.wait()
}

func summary(of text: String) -> FileSummary { summary(of: Array(text.utf8)) }

func summary(of bytes: [UInt8]) -> FileSummary {
    onDeepStack { SummaryCollector.collect(ParsedFile.parse(bytes)) }
}

/// Expects that the dump of a source has these lines in this order, next to each other; indentation is ignored.
func expect(
    _ source: String, gives fragment: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    let dump = summary(of: source).dump
    let wanted = flattened(fragment)
    #expect(
        flattened(dump).contains(wanted), "wanted:\n\(fragment)\n\nin:\n\(dump)", sourceLocation: sourceLocation)
}

/// As `expect`, for code inside `func f() { … }`; the fragment is compared with the steps of `f`.
func expectSteps(
    _ code: String, _ fragment: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) {
    expect("func f(p: P) async throws {\n\(code)\n}", gives: fragment, sourceLocation: sourceLocation)
}

private func flattened(_ text: String) -> String {
    "\n"
        + text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n") + "\n"
}

/// One value that a thread hands to the one that waits for it.
private final class Box<Value: Sendable>: @unchecked Sendable {
    // Unchecked: `value` is touched only between `lock` and `unlock` of `condition`.
    private let condition = NSCondition()
    private var value: Value?

    func set(_ value: Value) {
        condition.lock()
        self.value = value
        condition.signal()
        condition.unlock()
    }

    func wait() -> Value {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let value { return value }
            condition.wait()
        }
    }
}
