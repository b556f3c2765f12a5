extension Condition {
    init?(_ value: YAMLValue, of declaration: DeclarationName) {
        let object = value.object(
            "a condition", keys: ["argument", "is", "mentions", "equals", "receiver", "context"])
        if let receiver = object.choice("receiver", ReceiverTest.self) {
            self = .receiver(receiver)
        } else if let context = object.choice("context", ContextTest.self) {
            self = .context(context)
        } else if let argument = object["argument"] {
            guard let reference = argument.argumentReference(of: declaration), let test = ArgumentTest(object) else {
                return nil
            }
            self = .argument(reference, test)
        } else {
            if object["receiver"] == nil, object["context"] == nil {
                value.report("a condition has no subject", "begin it with `argument`, `receiver` or `context`")
            }
            return nil
        }
    }
}

extension ArgumentTest {
    fileprivate init?(_ object: YAMLObject) {
        if let word = object["is"] {
            guard let test = word.choice("`is`", Word.self) else { return nil }
            switch test {
            case .zero: self = .isZero
            case .remote: self = .isRemote
            case .bundled: self = .isBundled
            }
        } else if object["mentions"] != nil {
            self = .mentions(object.texts("mentions"))
        } else if let literal = object.text("equals") {
            self = .equals(literal)
        } else {
            object.whole.report("a condition about an argument has no test", "add `is`, `mentions` or `equals`")
            return nil
        }
    }

    private enum Word: String, CaseIterable {
        case zero
        case remote
        case bundled
    }
}
