internal import CLibXML2

/// Writes a well-formed XML document to a sink while it is being produced; the only user of libxml2's writer.
///
/// libxml2 writes forbidden characters and broken UTF-8 as they are, so every text passes `xmlSafe` here. No CDATA is
/// ever written: escaped text has no `]]>` to split. Remembers the first error; `finish` throws it.
final class XMLWriter {
    private let writer: xmlTextWriterPtr
    private let destination: Destination
    private var hasFailed = false

    init(to sink: any ByteSink) throws(ReportError) {
        xmlLibraryIsReady
        destination = Destination(sink)
        let context = Unmanaged.passRetained(destination)
        let buffer = xmlOutputBufferCreateIO(
            { context, bytes, count in
                guard let context, let bytes, count >= 0 else { return -1 }
                let destination = Unmanaged<Destination>.fromOpaque(context).takeUnretainedValue()
                return destination.write(UnsafeRawBufferPointer(start: bytes, count: Int(count))) ? count : -1
            },
            { context in
                if let context { Unmanaged<Destination>.fromOpaque(context).release() }
                return 0
            },
            context.toOpaque(), nil)
        guard let buffer else {
            context.release()
            throw Self.outOfMemory
        }
        guard let writer = xmlNewTextWriter(buffer) else {
            xmlOutputBufferClose(buffer)
            throw Self.outOfMemory
        }
        self.writer = writer
        check(xmlTextWriterSetIndent(writer, 1))
        check(xmlTextWriterSetIndentString(writer, "  "))
        check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", nil))
    }

    /// Closes the output buffer too, and with it gives back the destination.
    deinit { xmlFreeTextWriter(writer) }

    /// An element with its attributes in the order given; those that are `nil` are left out.
    func element(
        _ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String? = nil,
        _ body: () -> Void = {}
    ) {
        start(name)
        for case (let name, let value?) in attributes { attribute(name, value) }
        if let text { self.text(text) }
        body()
        end()
    }

    func start(_ name: String) { check(xmlTextWriterStartElement(writer, name)) }

    func attribute(_ name: String, _ value: String) { check(xmlTextWriterWriteAttribute(writer, name, value.xmlSafe)) }

    /// Nothing for empty text, so that an empty element looks the same however it came about.
    func text(_ text: String) { if !text.isEmpty { check(xmlTextWriterWriteString(writer, text.xmlSafe)) } }

    func end() { check(xmlTextWriterEndElement(writer)) }

    /// Ends the document and hands the last bytes to the sink.
    func finish() throws(ReportError) {
        check(xmlTextWriterEndDocument(writer))
        check(xmlTextWriterFlush(writer))
        if let failure = destination.failure { throw failure }
        if hasFailed { throw ReportError("cannot write the XML report", advice: "free some memory and try again") }
    }

    private func check(_ result: Int32) { if result < 0 { hasFailed = true } }

    private static let outOfMemory = ReportError(
        "no memory for an XML report", advice: "free some memory and try again")

    /// What libxml2's callbacks hold on to.
    private final class Destination {
        let sink: any ByteSink
        var failure: ReportError?

        init(_ sink: any ByteSink) { self.sink = sink }

        func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
            guard failure == nil else { return false }
            do throws(ReportError) {
                try sink.write(bytes)
                return true
            } catch {
                failure = error
                return false
            }
        }
    }
}
