/// One thing that is wrong with a JUnit report.
package struct JUnitProblem: Sendable, Hashable {
    /// 1-based.
    package let line: Int
    package let message: String
    /// What to do about it.
    package let advice: String
}

/// Checks JUnit XML against the project's schema and against what its readers demand beyond any schema.
package enum JUnitValidator {
    /// - Parameters:
    ///   - bytes: the document.
    ///   - name: what messages call it: its path.
    /// - Returns: the problems by line; empty when CI services can read the report in full.
    /// - Throws: when it is no JUnit XML at all.
    package static func problems(
        in bytes: [UInt8], named name: String, limit: Int = ReportInput.defaultLimit
    ) throws(ReportError) -> [JUnitProblem] {
        let schema = XMLSchema(JUnitSchema.document)
        let (document, violations) = try JUnitReader.parse(bytes, named: name, limit: limit, schema: schema)
        var problems = violations.map { violation in
            JUnitProblem(line: violation.line, message: violation.message, advice: advice(for: violation.message))
        }
        problems += JUnitStructure.problems(in: document)
        return problems.enumerated()
            .sorted { ($0.element.line, $0.offset) < ($1.element.line, $1.offset) }
            .map(\.element)
    }

    /// libxml2 says what is wrong, not what to do.
    private static func advice(for violation: String) -> String {
        let advices = [
            ("is required but missing", "add the attribute"),
            ("is not allowed", "remove the attribute, or move it into a <property>"),
            ("not a valid value", "write the value in the form that the schema names"),
            ("not accepted by the pattern", "write the value in the form that the schema names"),
            ("not expected", "move or remove the element"),
            ("Missing child element", "add the element"),
            ("Character content", "move the text into <system-out>"),
        ]
        return advices.first { violation.contains($0.0) }?.1 ?? "compare it with docs/junit.xsd"
    }
}
