import ProgramModel
import RuleCatalogue
import SwiftParsing
import Testing

/// Where effects travel: no further than somebody looks.
struct EffectPropagationTests {
    @Test func effectsTravelOnlyToCodeThatAsyncContextsRun() {
        let names = symbolsWithEffects(
            """
            import Foundation
            func pause() { Thread.sleep(forTimeInterval: 1) }
            func unused() { pause() }
            func alsoUnused() { unused() }
            func used() { pause() }
            func start() async { used() }
            """)
        #expect(names == ["pause()", "start()", "used()"])
    }

    @Test func recursionEnds() {
        let names = symbolsWithEffects(
            """
            import Foundation
            func even(_ n: Int) { Thread.sleep(forTimeInterval: 1); odd(n) }
            func odd(_ n: Int) { even(n) }
            func start() async { odd(3) }
            """)
        #expect(names == ["even(_:)", "odd(_:)", "start()"])
    }

    @Test func closuresThatAreHandedOnAreLookedAt() {
        let names = symbolsWithEffects(
            """
            import Foundation
            func pause() { Thread.sleep(forTimeInterval: 1) }
            func load() { pause() }
            func move(to queue: DispatchQueue) { queue.async { load() } }
            """)
        #expect(names == ["load()", "move(to:)", "pause()"])
    }

    @Test func wrappersOfLocksKeepTheirEffects() {
        let names = symbolsWithEffects(
            """
            import Dispatch
            let gate = DispatchSemaphore(value: 1)
            func lock() { gate.wait() }
            func lockTwice() { lock() }
            """)
        #expect(names == ["lock()", "lockTwice()"])
    }

    /// Of the functions around every region with an effect.
    private func symbolsWithEffects(_ source: String) -> Set<String> {
        let summary = SummaryCollector.collect(ParsedFile.parse(Array(source.utf8)))
        let file = ProgramFile(path: "Example.swift", module: "Example", summary: summary)
        let program = Program(files: [file], catalogue: .builtIn)
        return Set(program.effects.regions.map { program.resolver.symbol(around: $0).name })
    }
}
