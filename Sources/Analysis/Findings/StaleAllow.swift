import RuleCatalogue
import SourceModel

/// The rule about `unblock:allow` comments themselves; the others cannot know what was hidden.
enum StaleAllow {
    static let rule: RuleID = "stale-allow"

    struct Complaint {
        /// The rule whose findings the comment would hide; `nil` when the comment itself is wrong.
        var rule: RuleID?
        var message: String
        var advice: String
        /// As written: an id, or the word after `unblock:`.
        var subject: String
    }

    /// What is wrong with a comment; nothing for ids that were of use.
    static func complaints(about comment: AllowComment, entry: RuleEntry, catalogue: Catalogue) -> [Complaint] {
        if case .nothing(let problem) = comment.scope {
            return [Complaint(rule: nil, message: problem, advice: "", subject: "unblock:")]
        }
        var seen: Set<RuleID> = []
        return comment.rules.compactMap { id in
            // Allowing `stale-allow` is how a comment is kept on purpose.
            guard !comment.used.contains(id), id != rule, seen.insert(id).inserted else { return nil }
            guard catalogue.rules[id] != nil else {
                let known = catalogue.rules.keys.map(\.rawValue).sorted()
                let advice = NearestName.of(id.rawValue, among: known).map { "Did you mean `\($0)`?" }
                return Complaint(
                    rule: nil, message: "there is no rule `\(id)`, so this comment hides nothing",
                    advice: advice ?? "`unblock rules` lists the rules", subject: id.rawValue)
            }
            let message = entry.message.filled(callee: id.rawValue, api: id.rawValue, executor: "", waits: "", via: "")
            let advice = comment.rules.count > 1 ? "Delete `\(id)` from the comment" : "Delete the comment"
            return Complaint(rule: id, message: message, advice: advice, subject: id.rawValue)
        }
    }

    /// Stands at the comment.
    static func finding(
        _ complaint: Complaint, about comment: AllowComment, in path: String, severity: Severity
    ) -> Finding {
        Finding(
            rule: rule, severity: severity, confidence: .certain, file: path, range: comment.range,
            start: comment.start, end: comment.end, message: complaint.message, advice: complaint.advice,
            callee: complaint.subject,
            context: FindingContext(kind: .synchronous, symbol: "", line: comment.start.line, executor: .unknown),
            path: [], fingerprint: "")
    }
}
