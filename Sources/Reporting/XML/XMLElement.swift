/// One element of a document in memory, with what is in it.
struct XMLElement: Equatable {
    var name: String
    /// In the order of the document.
    var attributes: [XMLAttribute]
    var children: [XMLNode] = []
    /// 1-based line of the start tag; 0 for an element that was not read.
    var line = 0

    subscript(attribute: String) -> String? {
        get { attributes.first { $0.name == attribute }?.value }
        set {
            let index = attributes.firstIndex { $0.name == attribute }
            switch (index, newValue) {
            case (let index?, let value?): attributes[index].value = value
            case (let index?, nil): attributes.remove(at: index)
            case (nil, let value?): attributes.append(XMLAttribute(name: attribute, value: value))
            case (nil, nil): break
            }
        }
    }

    var elements: [XMLElement] {
        children.compactMap { if case .element(let element) = $0 { element } else { nil } }
    }

    /// Equal wherever they were read.
    static func == (left: XMLElement, right: XMLElement) -> Bool {
        left.name == right.name && left.attributes == right.attributes && left.children == right.children
    }

    func write(to xml: XMLWriter) {
        xml.start(name)
        for attribute in attributes { xml.attribute(attribute.name, attribute.value) }
        for child in children {
            switch child {
            case .element(let element): element.write(to: xml)
            case .text(let text): xml.text(text)
            }
        }
        xml.end()
    }
}

struct XMLAttribute: Hashable {
    var name: String
    var value: String
}

enum XMLNode: Equatable {
    case element(XMLElement)
    case text(String)
}
