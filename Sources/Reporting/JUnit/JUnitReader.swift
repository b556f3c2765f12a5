/// A JUnit report of any producer in memory.
package struct JUnitDocument {
    /// The `testsuites` element without its suites; `nil` when the root is a single `testsuite`.
    var root: XMLElement?
    var suites: [XMLElement]
}

/// Reads JUnit XML that nobody vouches for.
///
/// Never opens anything, never expands an entity, never traps: a document that is too large, too deep, broken or not
/// JUnit is an error that names the place.
package enum JUnitReader {
    /// Levels of elements; JUnit has 5.
    static let maxDepth = 64

    /// - Parameters:
    ///   - bytes: the document.
    ///   - name: what messages call it: its path.
    ///   - limit: the most bytes to accept.
    package static func read(
        _ bytes: [UInt8], named name: String, limit: Int = ReportInput.defaultLimit
    ) throws(ReportError) -> JUnitDocument {
        try parse(bytes, named: name, limit: limit, schema: nil).document
    }

    /// Reads and, where a schema is given, collects what violates it.
    static func parse(
        _ bytes: [UInt8], named name: String, limit: Int, schema: XMLSchema?
    ) throws(ReportError) -> (document: JUnitDocument, violations: [XMLReader.Problem]) {
        let name = name.singleLine
        if bytes.count > limit { throw ReportInput.tooLarge(name, limit: limit) }
        try XMLPrologue.check(bytes, named: name)
        guard let reader = XMLReader(bytes, schema: schema) else {
            throw ReportError("no memory to read \(name)", advice: "free some memory and try again")
        }
        let root: XMLElement
        do throws(ReportError) {
            root = try tree(reader, name)
        } catch {
            if error.message.hasPrefix("line ") {
                throw ReportError("\(name) is no well-formed XML, \(error.message)", advice: error.advice)
            }
            throw error
        }
        return (try document(root, name), reader.schemaProblems)
    }

    private static func document(_ root: XMLElement, _ name: String) throws(ReportError) -> JUnitDocument {
        switch root.name {
        case "testsuite": return JUnitDocument(root: nil, suites: [root])
        case "testsuites":
            var shell = root
            shell.children.removeAll { if case .element(let child) = $0 { child.name == "testsuite" } else { false } }
            return JUnitDocument(root: shell, suites: root.elements.filter { $0.name == "testsuite" })
        default:
            throw ReportError(
                "\(name):\(root.line): the root is <\(root.name.singleLine)>, not <testsuites> or <testsuite>",
                advice: "give a JUnit XML report")
        }
    }

    private static func tree(_ reader: XMLReader, _ name: String) throws(ReportError) -> XMLElement {
        var open: [XMLElement] = []
        var root: XMLElement?
        func close(_ element: XMLElement) {
            let element = element.withoutLayout
            if open.isEmpty { root = element } else { open[open.count - 1].children.append(.element(element)) }
        }
        while let event = try reader.next() {
            switch event {
            case .start(let elementName, let attributes, let line, let isEmpty):
                if open.count >= maxDepth {
                    throw ReportError(
                        "\(name):\(line): elements are nested more than \(maxDepth) deep",
                        advice: "give a JUnit XML report")
                }
                let element = XMLElement(name: elementName, attributes: attributes, line: line)
                if isEmpty { close(element) } else { open.append(element) }
            case .end: if let element = open.popLast() { close(element) }
            case .text(let text): if !open.isEmpty { open[open.count - 1].append(text) }
            case .entityMachinery: throw XMLPrologue.hasDocumentType(name)
            }
        }
        guard let root else { throw ReportError("\(name) is empty", advice: "check that its producer ran to its end") }
        return root
    }
}

extension XMLElement {
    /// Joins pieces, so that CDATA and escaped text read alike.
    fileprivate mutating func append(_ text: String) {
        if case .text(let start)? = children.last {
            children[children.count - 1] = .text(start + text)
        } else {
            children.append(.text(text))
        }
    }

    /// Without the blanks between elements; an element that holds only text keeps it as it is.
    fileprivate var withoutLayout: XMLElement {
        guard children.contains(where: { if case .element = $0 { true } else { false } }) else { return self }
        var copy = self
        copy.children.removeAll { if case .text(let text) = $0 { text.allSatisfy(\.isWhitespace) } else { false } }
        return copy
    }
}
