import Foundation
import Testing

@testable import SimulatedExecution

/// Traces byte for byte. `UPDATE_GOLDEN=1 swift test` writes them anew; the difference is for the reviewer.
struct TraceDocumentTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Golden")

    private static let beforeAndAfter = Timeline([
        ("before", SampleTraces.blocking), ("after", SampleTraces.offloaded),
    ])
    private static let stuckAndFree = Timeline([
        ("before", SampleTraces.deadlock), ("after", SampleTraces.offloaded),
    ])

    private static let documents: [(name: String, text: @Sendable () -> String)] = [
        ("before-after.txt", { beforeAndAfter.text() }),
        ("before-after.ascii.txt", { beforeAndAfter.text(width: 72, characters: .ascii) }),
        ("before-after.ansi.txt", { beforeAndAfter.text(isColoured: true) }),
        ("before-after.svg", { beforeAndAfter.svg() }),
        ("stuck-free.txt", { stuckAndFree.text(width: 80) }),
        ("stuck-free.svg", { stuckAndFree.svg() }),
        ("steps.txt", { Timeline([("deadlock", SampleTraces.deadlock)]).text(width: 80) }),
        ("deadlock.interleaving.txt", { SampleTraces.deadlock.interleaving() }),
        ("hand-over.interleaving.txt", { SampleTraces.handOver.interleaving() }),
        ("hand-over.json", { SampleTraces.handOver.chromeJSON() }),
    ]

    @Test(arguments: documents.map(\.name))
    func documentsAreByteForByteAsReviewed(name: String) throws {
        let text = try #require(Self.documents.first { $0.name == name }?.text())
        let file = Self.folder.appending(path: name)
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" { try Data(text.utf8).write(to: file) }
        #expect(Data(text.utf8) == (try Data(contentsOf: file)), "\(name) differs: run with UPDATE_GOLDEN=1 and review")
    }
}
