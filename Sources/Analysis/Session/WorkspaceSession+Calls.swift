import ProgramModel
import RuleCatalogue
import SourceModel

/// What the text around a finding says, without linking.
extension WorkspaceSession {
    /// The whole call that a finding is about, with its receiver; the finding's own range when it is about no call.
    package func expression(of finding: Finding) -> SourceRange { call(of: finding)?.call.range ?? finding.range }

    /// Whether the compiler itself diagnoses the call: the SDK marks it `noasync`, and it stands in asynchronous code,
    /// not in a synchronous closure or function that such code runs.
    package func isToldByCompiler(_ finding: Finding) -> Bool {
        guard finding.path.count <= 1, isNoAsync(finding.callee), let (call, summary) = call(of: finding) else {
            return false
        }
        switch summary.bodies[call.body.index].kind {
        case .function(let function): return summary.functions[function.index].isAsync
        case .asyncLet: return true
        case .closure: return summary.bodies[call.body.index].isAsync
        case .topLevel, .propertyInitializer, .defaultArgument: return false
        }
    }

    private func call(of finding: Finding) -> (call: Call, summary: FileSummary)? {
        guard let file = contents.snapshot.index(of: finding.file) else { return nil }
        let summary = digests[file].summary
        return summary.call(namedAt: finding.range.start).map { (summary.calls[$0.index], summary) }
    }

    /// - Parameter api: as findings name what blocks: `Foundation.Thread.sleep(forTimeInterval:)`.
    private func isNoAsync(_ api: String) -> Bool {
        let name = api.prefix { $0 != "(" }.split(separator: ".").last.map(String.init) ?? api
        return contents.catalogue.effects(named: name).contains { entry in
            entry.noasync.contains(.current)
                && (api == entry.declaration.text
                    || entry.modules.contains { api == $0 + "." + entry.declaration.text })
        }
    }
}

extension Platform {
    /// The one that this program runs on; its compiler reads the same sources.
    fileprivate static var current: Platform {
        #if os(Linux)
            .linux
        #else
            .apple
        #endif
    }
}
