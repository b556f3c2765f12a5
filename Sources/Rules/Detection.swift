import ProgramModel
import SourceModel

/// What a rule found, before lines and columns are known: places are UTF-8 offsets into program files.
package struct Detection: Sendable {
    package var rule: RuleID
    package var severity: Severity
    package var confidence: Confidence
    /// Index into the program's files.
    package var file: Int
    /// What the finding underlines: the call's name with its receiver and arguments, or a keyword.
    package var range: SourceRange
    /// Where the finding stands: start of the callee's name.
    package var anchor: Int
    package var message: String
    package var advice: String
    package var callee: String
    package var context: Context
    package var path: [Step]
    /// The call, read or loop that is reported; `nil` when a finding is not about one.
    package var site: Site?

    /// One link of the evidence path.
    package struct Step: Sendable {
        package var symbol: String
        package var file: Int
        package var offset: Int
        /// The symbol is a sentence about the place.
        package var isRemark: Bool

        package init(symbol: String, file: Int, offset: Int, isRemark: Bool = false) {
            self.symbol = symbol
            self.file = file
            self.offset = offset
            self.isRemark = isRemark
        }
    }

    /// The async context, with the offset of its declaration in the finding's file.
    package struct Context: Sendable {
        package var kind: ContextKind
        package var symbol: String
        package var offset: Int
        package var executor: ContextExecutor

        package init(kind: ContextKind, symbol: String, offset: Int, executor: ContextExecutor) {
            self.kind = kind
            self.symbol = symbol
            self.offset = offset
            self.executor = executor
        }
    }

    package init(
        rule: RuleID, severity: Severity, confidence: Confidence, file: Int, range: SourceRange, anchor: Int,
        message: String, advice: String, callee: String, context: Context, path: [Step], site: Site? = nil
    ) {
        self.rule = rule
        self.severity = severity
        self.confidence = confidence
        self.file = file
        self.range = range
        self.anchor = anchor
        self.message = message
        self.advice = advice
        self.callee = callee
        self.context = context
        self.path = path
        self.site = site
    }
}
