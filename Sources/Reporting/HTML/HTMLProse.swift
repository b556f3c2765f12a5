/// The prose of a rule: Markdown with paragraphs, code blocks and code in sentences, which is all that rules use.
struct HTMLProse {
    private enum Block {
        case paragraph(String)
        case code(String)
    }

    private let blocks: [Block]

    init(_ markdown: String) {
        var blocks: [Block] = []
        var lines: [Substring] = []
        var isCode = false
        func end() {
            let text = lines.joined(separator: "\n")
            if isCode { blocks.append(.code(text)) } else if !text.isEmpty { blocks.append(.paragraph(text)) }
            lines = []
        }
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.hasPrefix("```") {
                end()
                isCode.toggle()
            } else if line.isEmpty, !isCode {
                end()
            } else {
                lines.append(line)
            }
        }
        if !lines.isEmpty { end() }
        self.blocks = blocks
    }

    func write(to html: HTMLWriter) {
        for block in blocks {
            switch block {
            case .paragraph(let text): html.element("p") { html.sentence(text) }
            case .code(let text): html.element("pre", ["tabindex": "0"]) { html.element("code", text: text) }
            }
        }
    }
}
