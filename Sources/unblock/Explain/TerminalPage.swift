/// Markdown as a terminal shows it: headings and code stand out, everything else stays as it was written.
struct TerminalPage: Sendable {
    let colored: Bool

    /// With its line ending.
    func heading(_ text: String) -> String { styled(text, "1") + "\n" }

    /// Fenced code is indented instead of fenced; the text ends with one line ending.
    func markdown(_ text: String) -> String {
        var result = ""
        var inCode = false
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        while lines.last?.isEmpty == true { lines.removeLast() }
        for line in lines {
            if line.hasPrefix("```") {
                inCode.toggle()
                continue
            }
            if inCode {
                result += line.isEmpty ? "\n" : styled("    \(line)", "36") + "\n"
            } else if line.hasPrefix("#") {
                result += heading(String(line.drop { $0 == "#" || $0 == " " }))
            } else {
                result += inlineCode(line) + "\n"
            }
        }
        return result
    }

    private func inlineCode(_ line: Substring) -> String {
        guard colored else { return String(line) }
        let parts = line.split(separator: "`", omittingEmptySubsequences: false)
        guard parts.count % 2 == 1 else { return String(line) }
        return parts.enumerated().map { $0 % 2 == 0 ? String($1) : styled("\($1)", "36") }.joined()
    }

    private func styled(_ text: String, _ code: String) -> String {
        colored ? "\u{1B}[\(code)m\(text)\u{1B}[0m" : text
    }
}
