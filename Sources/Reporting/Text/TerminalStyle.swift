import SourceModel

/// The colours of text reports: roles, not colours, so that the look is decided in one place.
struct TerminalStyle {
    let isOn: Bool

    enum Role {
        case place, error, warning, note, help, gutter, caret(Severity), dim, strong, good

        fileprivate var code: String {
            switch self {
            case .place, .strong: "1"
            case .error, .caret(.error): "1;31"
            case .warning, .caret(.warning): "1;33"
            case .note, .caret(.note): "1;36"
            case .help, .good: "1;32"
            case .gutter: "34"
            case .dim: "2"
            }
        }

        init(_ severity: Severity) {
            switch severity {
            case .error: self = .error
            case .warning: self = .warning
            case .note: self = .note
            }
        }
    }

    func paint(_ text: String, _ role: Role) -> String {
        isOn && !text.isEmpty ? "\u{1B}[\(role.code)m\(text)\u{1B}[0m" : text
    }

    /// Marks the `code` in a sentence. An odd backtick is left alone.
    func paintCode(in sentence: String, _ role: Role) -> String {
        guard isOn else { return sentence }
        let parts = sentence.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return sentence }
        return parts.enumerated().map { index, part in
            index % 2 == 1 ? paint("`\(part)`", role) : String(part)
        }.joined()
    }
}
