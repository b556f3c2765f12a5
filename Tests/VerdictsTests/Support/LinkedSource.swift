import ProgramModel
import RuleCatalogue
import Rules
import SourceModel
import SwiftParsing
import TestSupport

@testable import Verdicts

/// A source that is linked by itself, with ways to name places in it.
///
/// Programs belong to one thread: everything is asked inside ``with(_:_:)``.
struct LinkedSource {
    let text: String
    let program: Program
    let tables: SourceTables

    struct NotThere: Error { var name: String }

    private init(_ text: String) {
        self.text = text
        let summary = SummaryCollector.collect(ParsedFile.parse(Array(text.utf8)))
        program = Program(
            files: [ProgramFile(path: "Test.swift", module: "Test", isTest: false, summary: summary)],
            catalogue: .builtIn)
        tables = SourceTables(program)
    }

    /// Links a source on a thread with a stack that is deep enough.
    static func with<Value: Sendable>(
        _ text: String, _ body: @escaping @Sendable (LinkedSource) throws -> Value
    ) async throws -> Value {
        try await TestThreads.two.run { try body(linked(text)) }
    }

    static func linked(_ text: String) -> LinkedSource {
        LinkedSource("import Foundation\nimport ExecutorFutures\n" + text)
    }

    // MARK: Places

    /// The body of a function.
    func body(_ function: String) throws -> BodyReference {
        let summary = program.files[0].summary
        guard let body = summary.functions.first(where: { $0.name == function })?.body else {
            throw NotThere(name: function)
        }
        return BodyReference(0, body)
    }

    /// A call by the name of what it calls.
    /// - Parameter occurrence: from 0, in the order of the text.
    func call(_ name: String, _ occurrence: Int = 0) throws -> Site {
        let summary = program.files[0].summary
        let found = summary.calls.indices.filter { summary.calls[$0].baseName(in: summary) == name }
            .sorted { summary.calls[$0].nameRange.start < summary.calls[$1].nameRange.start }
        guard found.indices.contains(occurrence) else { throw NotThere(name: name) }
        return .call(CallReference(0, CallID(found[occurrence])))
    }

    /// In the order of the text.
    var detections: [Detection] {
        RuleEngine.detections(in: program, catalogue: .builtIn).sorted {
            ($0.anchor, $0.rule) < ($1.anchor, $1.rule)
        }
    }

    // MARK: Lowering

    /// - Parameter site: `nil` when nothing is flagged.
    func blueprint(
        _ function: String = "f", flagging site: Site?, _ remedy: ScenarioLowering.Remedy = .none,
        in context: ScenarioLowering.Context = .pool
    ) throws -> Blueprint {
        try ScenarioLowering.lower(
            try body(function), in: context, of: tables, flagging: site,
            dependsOnOthers: true, remedy
        ).get()
    }
}
