import RuleCatalogue
import SourceModel
import SwiftParsing

/// The `unblock:allow` comments of a run: hides findings, and tells which comments hid none.
///
/// A comment is used even when the confidence floor would have hidden its finding, so that it is not called stale by
/// one run and needed by the next.
struct Allowances {
    private let files: [SourceFile]
    private let digests: [FileDigest]
    private let policy: FindingPolicy
    private var comments: [Int: [AllowComment]] = [:]

    init(_ files: [SourceFile], _ digests: [FileDigest], _ policy: FindingPolicy, _ places: inout Places) {
        self.files = files
        self.digests = digests
        self.policy = policy
        for (index, digest) in digests.enumerated() where !digest.directives.isEmpty && policy.reports(files[index]) {
            comments[index] = digest.directives.compactMap { AllowComment($0, file: index, &places) }
        }
    }

    /// - Returns: the findings that no comment hides, in their order, and how many are hidden.
    mutating func hide(_ candidates: [Candidate]) -> (shown: [Candidate], hidden: Int) {
        var shown: [Candidate] = []
        for candidate in candidates where !isHidden(candidate.finding, in: candidate.file) { shown.append(candidate) }
        return (shown, candidates.count - shown.count)
    }

    /// A finding for each id that hid nothing and each comment that cannot be read; call after `hide`.
    ///
    /// Never about rules that are off in the file or that `--rule` leaves out, nor in files that were not read whole:
    /// what the comment hides may only not have been looked for.
    mutating func staleFindings(catalogue: Catalogue, _ places: inout Places) -> [Candidate] {
        guard let entry = catalogue.rules[StaleAllow.rule] else { return [] }
        var candidates: [Candidate] = []
        for (index, comments) in comments.sorted(by: { $0.key < $1.key }) {
            let isTest = files[index].isTest(digests[index])
            guard let level = policy.level(of: StaleAllow.rule, in: files[index], isTest: isTest) else { continue }
            for comment in comments {
                for complaint in StaleAllow.complaints(about: comment, entry: entry, catalogue: catalogue) {
                    if let rule = complaint.rule {
                        let isOn = policy.level(of: rule, in: files[index], isTest: isTest) != nil
                        guard isOn, digests[index].problem == nil else { continue }
                    }
                    let finding = StaleAllow.finding(
                        complaint, about: comment, in: files[index].path, severity: level ?? entry.severity)
                    candidates.append(Candidate(file: index, finding: finding, detection: nil))
                }
            }
        }
        candidates.sort { Finding.reportOrder($0.finding, $1.finding) }
        Fingerprints.assign(to: &candidates, files, &places)
        return candidates.filter { !isHidden($0.finding, in: $0.file) }
    }

    /// Marks every comment that hides the finding as used.
    private mutating func isHidden(_ finding: Finding, in file: Int) -> Bool {
        guard let count = comments[file]?.count else { return false }
        var hidden = false
        for index in 0..<count where comments[file]?[index].hides(finding) == true { hidden = true }
        return hidden
    }
}
