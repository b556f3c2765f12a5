internal import CLibXML2

/// libxml2 must be set up once before threads use it, and is never torn down: other libraries share it.
let xmlLibraryIsReady: Void = xmlInitParser()

/// Reads a document from memory, node by node; the only user of libxml2's parser and schema validator.
///
/// Never opens a file or a connection: no external entity, DTD or schema is loaded, and no entity is expanded.
/// libxml2's own limits (10 MB per text, 256 levels) stay on. Used by one thread.
final class XMLReader {
    enum Event {
        case start(name: String, attributes: [XMLAttribute], line: Int, isEmpty: Bool)
        case end
        case text(String)
        /// A document type declaration, or a reference to an entity of one.
        case entityMachinery(line: Int)
    }

    /// What is wrong at a line, in libxml2's words.
    struct Problem {
        let line: Int
        let message: String
    }

    /// Schema violations so far; at most `Problems.limit`.
    var schemaProblems: [Problem] { problems.schema }

    private let reader: xmlTextReaderPtr
    private let bytes: UnsafeMutableBufferPointer<UInt8>
    private let problems: Problems
    private let schema: XMLSchema?

    /// - Parameters:
    ///   - content: the document; copied.
    ///   - schema: what to check it against while reading.
    /// - Returns: `nil` when there is no memory.
    init?(_ content: [UInt8], schema: XMLSchema?) {
        xmlLibraryIsReady
        // libxml2 keeps the pointer, so the bytes need an address that lasts as long as the reader.
        let bytes = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: max(content.count, 1))
        _ = bytes.update(fromContentsOf: content)
        let options = XML_PARSE_NONET.rawValue | XML_PARSE_BIG_LINES.rawValue
        let reader = bytes.withMemoryRebound(to: CChar.self) { characters in
            xmlReaderForMemory(characters.baseAddress, Int32(clamping: content.count), nil, nil, Int32(options))
        }
        guard let reader else {
            bytes.deallocate()
            return nil
        }
        self.bytes = bytes
        self.reader = reader
        self.schema = schema
        problems = Problems()
        // The closure's parameter differs between versions of libxml2: its type must be inferred.
        xmlTextReaderSetStructuredErrorHandler(
            reader,
            { context, error in
                guard let context, let error else { return }
                let message = error.pointee.message.map { String(cString: $0) } ?? "unknown error"
                Unmanaged<Problems>.fromOpaque(context).takeUnretainedValue().add(
                    Problem(line: Int(error.pointee.line), message: message.singleLine.withoutEnding),
                    isSchema: error.pointee.domain == Int32(XML_FROM_SCHEMASV.rawValue))
            }, Unmanaged.passUnretained(problems).toOpaque())
        if let schema { xmlTextReaderSetSchema(reader, schema.schema) }
    }

    deinit {
        xmlFreeTextReader(reader)
        bytes.deallocate()
    }

    /// The next node that matters, or `nil` at the end; comments and processing instructions are passed over.
    func next() throws(ReportError) -> Event? {
        while true {
            let result = xmlTextReaderRead(reader)
            if result == 0 { return nil }
            guard result == 1 else { throw failure() }
            switch UInt32(bitPattern: xmlTextReaderNodeType(reader)) {
            case XML_READER_TYPE_ELEMENT.rawValue:
                let (line, isEmpty, name) = (
                    line, xmlTextReaderIsEmptyElement(reader) == 1, string(xmlTextReaderConstName(reader))
                )
                return .start(name: name, attributes: attributes(), line: line, isEmpty: isEmpty)
            case XML_READER_TYPE_END_ELEMENT.rawValue: return .end
            case XML_READER_TYPE_TEXT.rawValue, XML_READER_TYPE_CDATA.rawValue,
                XML_READER_TYPE_WHITESPACE.rawValue, XML_READER_TYPE_SIGNIFICANT_WHITESPACE.rawValue:
                return .text(string(xmlTextReaderConstValue(reader)))
            case XML_READER_TYPE_DOCUMENT_TYPE.rawValue, XML_READER_TYPE_ENTITY_REFERENCE.rawValue:
                return .entityMachinery(line: line)
            default: continue
            }
        }
    }

    /// Above 65,535 libxml2 remembers lines of text only, so an element's may be that of the text after it.
    private var line: Int { xmlTextReaderCurrentNode(reader).map { xmlGetLineNo($0) } ?? 0 }

    private func failure() -> ReportError {
        let problem = problems.fatal ?? Problem(line: Int(xmlTextReaderGetParserLineNumber(reader)), message: "not XML")
        return ReportError("line \(problem.line): \(problem.message)", advice: "have its producer write it again")
    }

    private func attributes() -> [XMLAttribute] {
        var result: [XMLAttribute] = []
        var found = xmlTextReaderMoveToFirstAttribute(reader)
        while found == 1 {
            result.append(
                XMLAttribute(
                    name: string(xmlTextReaderConstName(reader)), value: string(xmlTextReaderConstValue(reader))))
            found = xmlTextReaderMoveToNextAttribute(reader)
        }
        xmlTextReaderMoveToElement(reader)
        return result
    }

    private func string(_ pointer: UnsafePointer<xmlChar>?) -> String { pointer.map { String(cString: $0) } ?? "" }

    /// What libxml2 complained about; it holds on to this while it reads.
    private final class Problems {
        static let limit = 200
        private(set) var schema: [Problem] = []
        private(set) var fatal: Problem?

        func add(_ problem: Problem, isSchema: Bool) {
            if !isSchema {
                fatal = fatal ?? problem
            } else if schema.count < Self.limit {
                schema.append(problem)
            }
        }
    }
}

/// A parsed XML schema.
final class XMLSchema {
    fileprivate let schema: xmlSchemaPtr

    /// - Parameter document: the schema's text; static because libxml2 keeps the pointer.
    /// - Returns: `nil` when it is no schema.
    init?(_ document: StaticString) {
        xmlLibraryIsReady
        let parsed = document.withUTF8Buffer { bytes in
            bytes.withMemoryRebound(to: CChar.self) { characters -> xmlSchemaPtr? in
                guard let context = xmlSchemaNewMemParserCtxt(characters.baseAddress, Int32(characters.count)) else {
                    return nil
                }
                defer { xmlSchemaFreeParserCtxt(context) }
                return xmlSchemaParse(context)
            }
        }
        guard let parsed else { return nil }
        schema = parsed
    }

    deinit { xmlSchemaFree(schema) }
}

extension String {
    fileprivate var withoutEnding: String {
        var text = self[...]
        while text.last == " " || text.last == "." { text.removeLast() }
        return String(text)
    }
}
