/// Names from source files, made safe for the places that traces are written to.
extension String {
    /// On one line and without what a terminal would act on: control characters, those that turn the direction of text,
    /// and code points that are no characters become `\u{1b}` and the like.
    var printable: String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        var result = ""
        for scalar in unicodeScalars {
            if scalar.isUnsafe {
                result += "\\u{\(String(scalar.value, radix: 16))}"
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result
    }

    /// Cut to a number of characters; `mark` stands for what is gone.
    func cut(to limit: Int, mark: String = "…") -> String {
        count <= limit ? self : prefix(max(limit - mark.count, 0)) + mark
    }

    /// As a JSON string with its quotes. The text must be ``printable``.
    var quotedForJSON: String {
        var result = "\""
        for scalar in unicodeScalars {
            if scalar == "\"" || scalar == "\\" { result += "\\" }
            result.unicodeScalars.append(scalar)
        }
        return result + "\""
    }

    /// As the content of an XML element or of an attribute in double quotes. The text must be ``printable``.
    var escapedForXML: String {
        var result = ""
        for scalar in unicodeScalars {
            switch scalar {
            case "&": result += "&amp;"
            case "<": result += "&lt;"
            case ">": result += "&gt;"
            case "\"": result += "&quot;"
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result
    }
}

extension Unicode.Scalar {
    fileprivate var isUnsafe: Bool {
        switch value {
        case 0..<0x20, 0x7F...0x9F, 0x2028...0x202E, 0x2066...0x2069, 0xFEFF, 0xFFFE, 0xFFFF: true
        default: false
        }
    }
}
