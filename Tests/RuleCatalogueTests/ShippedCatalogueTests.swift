import Foundation
import RuleCatalogue
import SourceModel
import Testing

@testable import unblock_generate

/// The files of `rules/`, and what is made from them.
struct ShippedCatalogueTests {
    /// Also proves that every file can be read, that every effect names a rule that exists, and that every rule's
    /// file is named after its id.
    @Test func generatedFilesAreAsTheRulesSay() throws {
        let sources = try CatalogueSources(root: PackageRoot.url)
        let stale = try GeneratedFiles(sources).stale(below: PackageRoot.url).map(\.path)
        #expect(stale == [], "out of date: run `swift run unblock-generate`")
    }

    @Test func theProgramCarriesWhatTheFilesSay() throws {
        let sources = try CatalogueSources(root: PackageRoot.url)
        #expect(Catalogue.builtIn.rules.values.sorted { $0.id < $1.id } == sources.rules)
        let carried = Catalogue.builtIn.libraries
        #expect(carried.count == sources.libraries.count)
        let different = zip(carried, sources.libraries).filter { $0 != $1.library }.map(\.1.stem)
        #expect(different == [])
    }

    @Test func allRulesAreThere() {
        let ids: Set<RuleID> = [
            "future-wait-in-async", "sync-over-async", "sleep-in-async", "network-io-in-async",
            "process-wait-in-async", "terminal-input-in-async", "file-io-in-async", "file-metadata-in-async",
            "database-call-in-async", "dispatch-sync-in-async", "lock-in-async", "lock-held-across-await",
            "async-sibling-exists", "ineffective-offload", "busy-wait-in-async", "cpu-heavy-in-async",
            "blocking-in-async", "stale-allow",
        ]
        #expect(Set(Catalogue.builtIn.rules.keys) == ids)
    }

    /// What can hang a test run is reported in tests too; what only makes it slower is not.
    @Test func whatMayHangIsReportedInTests() {
        let reported = Catalogue.builtIn.rules.values.filter { $0.inTests != .off }.map(\.id)
        #expect(
            Set(reported) == [
                "future-wait-in-async", "sync-over-async", "sleep-in-async", "network-io-in-async",
                "terminal-input-in-async", "lock-held-across-await", "busy-wait-in-async", "stale-allow",
            ])
    }

    @Test func proseHasShortSentencesAndAnExample() {
        for rule in Catalogue.builtIn.rules.values {
            #expect(!rule.message.text.hasSuffix("."), "\(rule.id)")
            #expect((3...16).contains(rule.why.split(separator: "\n").count), "\(rule.id)")
            #expect(rule.fix.contains("```swift\n"), "\(rule.id)")
        }
    }

    @Test func effectsSayAllThatTheFormAsksFor() throws {
        let folder = PackageRoot.url.appendingPathComponent("rules/effects")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where name.hasSuffix(".yaml") {
            let text = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
            let effects = text.components(separatedBy: "\neffects:").dropFirst().first ?? ""
            let entries = (effects.components(separatedBy: "\nclosures:").first ?? "")
                .components(separatedBy: "- declaration:").dropFirst()
            for entry in entries {
                let declaration = entry.split(separator: "\n").first ?? ""
                for key in ["rule:", "waits:", "bounded:", "latency:", "source:"] {
                    #expect(entry.contains(key), "\(name):\(declaration) has no \(key)")
                }
            }
        }
    }
}
