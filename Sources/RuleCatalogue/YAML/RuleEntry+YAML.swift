import SourceModel

extension RuleEntry {
    private static let keys = ["id", "title", "severity", "inTests", "message", "why", "fix", "since"]

    /// Reads `rules/<id>.yaml`.
    ///
    /// - Parameter path: where the text is from, for messages; the file's name must be the rule's id.
    package static func decode(yaml: String, path: String) throws(InvalidFile) -> RuleEntry {
        try YAMLSource.read(yaml, path: path) { root in
            let object = root.object("a rule", keys: keys)
            let severity = object.required("severity")?.choice("`severity`", Severity.self)
            guard let id = object.requiredText("id"), let title = object.requiredText("title"),
                let message = object.requiredText("message"), let why = object.requiredText("why"),
                let fix = object.requiredText("fix"), let since = object.requiredText("since"), let severity
            else { return nil }
            let stem = path.split(separator: "/").last?.split(separator: ".").first ?? ""
            if stem != id { object["id"]?.report("the rule `\(id)` is in \(path)", "name the file \(id).yaml") }
            let template = MessageTemplate(message)
            for place in template.unknownPlaces {
                object["message"]?.report(
                    "`message` has no place `{\(place)}`", NearestName.advice(for: place, among: MessageTemplate.places)
                )
            }
            return RuleEntry(
                id: RuleID(id), title: title, severity: severity,
                inTests: object.choice("inTests", TestPolicy.self) ?? .report, message: template, why: why, fix: fix,
                since: since)
        }
    }
}
