import RuleCatalogue
import Rules
import SourceModel

/// Which findings a project wants to hear about, and how loudly.
struct FindingPolicy {
    let catalogue: Catalogue
    let options: AnalysisOptions

    /// The rules that take part, by id.
    var descriptions: [RuleDescription] {
        catalogue.rules.values.filter { isSelected($0.id) }.sorted { $0.id < $1.id }.map(\.description)
    }

    /// Whether `--rule` leaves the rule in.
    func isSelected(_ rule: RuleID) -> Bool { options.rules?.contains(rule) ?? true }

    /// Whether a file's findings belong to this run's report.
    func reports(_ file: SourceFile) -> Bool { file.isReported && options.shard.contains(file.stablePath) }

    /// The severity that the configuration gives a rule's findings in a file; the outer `nil` means "report none".
    func level(of rule: RuleID, in file: SourceFile, isTest: Bool) -> Severity?? {
        guard isSelected(rule) else { return nil }
        let setting = file.configuration.setting(for: rule, in: file.location)
        if isTest, policy(of: rule, in: file) == .off { return nil }
        switch setting.level {
        case .off: return nil
        case .severity(let severity): return .some(severity)
        case nil: return .some(nil)
        }
    }

    private func policy(of rule: RuleID, in file: SourceFile) -> TestPolicy {
        file.configuration.setting(for: rule, in: file.location).inTests ?? catalogue.rules[rule]?.inTests ?? .report
    }

    /// The detections whose rule is on where they are, with their final severities.
    func wanted(_ detections: [Detection], _ files: [SourceFile], _ digests: [FileDigest]) -> [Detection] {
        var levels: [FileRule: Severity??] = [:]
        return detections.compactMap { detection in
            guard files.indices.contains(detection.file) else { return nil }
            let file = files[detection.file]
            guard reports(file) else { return nil }
            let key = FileRule(file: detection.file, rule: detection.rule)
            let level =
                levels[key] ?? level(of: detection.rule, in: file, isTest: file.isTest(digests[detection.file]))
            levels[key] = .some(level)
            guard let level else { return nil }
            if detection.path.count > 1, file.isTest(digests[detection.file]),
                policy(of: detection.rule, in: file) == .direct
            {
                return nil
            }
            var detection = detection
            detection.severity = level ?? detection.severity
            return detection
        }
    }

    func isConfident(_ finding: Finding, in file: SourceFile) -> Bool {
        finding.confidence >= options.minConfidence ?? file.configuration.minConfidence
    }

    private struct FileRule: Hashable {
        var file: Int
        var rule: RuleID
    }
}
