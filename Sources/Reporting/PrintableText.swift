/// Text from source files and messages, made safe to print: what a terminal or parser would act on becomes visible.
extension String {
    /// On one line: line breaks and tabs become spaces, other control characters become `\u{1b}` and the like.
    var singleLine: String {
        replacingScalars { scalar in
            switch scalar {
            case "\n", "\r", "\t", "\u{2028}", "\u{2029}": " "
            default: scalar.isTerminalControl ? scalar.visible : nil
            }
        }
    }

    /// Without the characters that XML 1.0 forbids and without control characters; tabs and line breaks stay.
    ///
    /// libxml2 writes whatever it is given, so everything that goes into a document must pass through here.
    var xmlSafe: String {
        replacingScalars { scalar in
            switch scalar {
            case "\n", "\r", "\t": nil
            case "\u{FFFE}", "\u{FFFF}": scalar.visible
            default: scalar.isControl ? scalar.visible : nil
            }
        }
    }

    /// - Parameter replacement: the text for a scalar, or `nil` to keep it; not asked about printable ASCII.
    func replacingScalars(_ replacement: (Unicode.Scalar) -> String?) -> String {
        if utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F }) { return self }
        var result = String.UnicodeScalarView()
        for scalar in unicodeScalars {
            if scalar.value >= 0x20, scalar.value < 0x7F {
                result.append(scalar)
            } else if let text = replacement(scalar) {
                result.append(contentsOf: text.unicodeScalars)
            } else {
                result.append(scalar)
            }
        }
        return String(result)
    }
}

extension Unicode.Scalar {
    /// C0, DEL and C1.
    var isControl: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }

    /// Control characters, and those that change the direction of text and so may hide code from a reader.
    var isTerminalControl: Bool {
        isControl || (0x202A...0x202E).contains(value) || (0x2066...0x2069).contains(value)
    }

    /// As Swift escapes it: `\u{1b}`.
    var visible: String { "\\u{\(String(value, radix: 16))}" }
}
