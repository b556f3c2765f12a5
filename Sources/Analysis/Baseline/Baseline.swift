import SourceModel

/// The findings that a project has accepted for now: they are counted, not reported.
///
/// A finding is recognised by its rule and fingerprint, so it stays accepted when lines move.
package struct Baseline: Sendable, Hashable {
    package struct Key: Sendable, Hashable {
        package var rule: RuleID
        package var fingerprint: String

        package init(rule: RuleID, fingerprint: String) {
            self.rule = rule
            self.fingerprint = fingerprint
        }
    }

    /// What is accepted under one key.
    package struct Entry: Sendable, Hashable {
        /// For readers of the file; plays no part in matching.
        package var file: String
        /// How many findings of this key.
        package var count: Int

        package init(file: String, count: Int) {
            self.file = file
            self.count = count
        }
    }

    package var entries: [Key: Entry]

    package init(entries: [Key: Entry] = [:]) { self.entries = entries }

    /// Accepts all of the findings.
    package init(accepting findings: [Finding]) {
        entries = [:]
        for finding in findings {
            let key = Key(rule: finding.rule, fingerprint: finding.fingerprint)
            entries[key, default: Entry(file: finding.file, count: 0)].count += 1
        }
    }

    /// What a baseline leaves of a run.
    package struct Outcome: Sendable {
        /// Not accepted, in the given order.
        package var new: [Finding]
        /// How many findings were accepted.
        package var accepted: Int
        /// How many accepted findings are gone from the code.
        package var stale: Int
    }

    /// - Parameter findings: of a whole run; after a part of one, `stale` counts what the other parts would find.
    package func apply(to findings: [Finding]) -> Outcome {
        var remaining = entries.mapValues(\.count)
        var new: [Finding] = []
        for finding in findings {
            let key = Key(rule: finding.rule, fingerprint: finding.fingerprint)
            if let left = remaining[key], left > 0 {
                remaining[key] = left - 1
            } else {
                new.append(finding)
            }
        }
        return Outcome(new: new, accepted: findings.count - new.count, stale: remaining.values.reduce(0, +))
    }
}
