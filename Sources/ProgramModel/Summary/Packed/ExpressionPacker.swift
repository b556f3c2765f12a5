/// Makes the words of an `ExpressionList`.
struct ExpressionPacker {
    private(set) var words: [UInt64] = []
    private(set) var operands: [UInt32] = []
    private(set) var others: [Expression] = []

    /// What an operand of 27 bits does not hold.
    private static let limit = 1 << 27

    init(_ expressions: [Expression], _ names: inout NamePool) {
        words.reserveCapacity(expressions.count)
        for expression in expressions { words.append(word(for: expression, &names)) }
    }

    private mutating func word(for expression: Expression, _ names: inout NamePool) -> UInt64 {
        switch expression {
        case .name(let name, let arguments) where arguments.isEmpty: return Self.word(.name, names.position(of: name))
        case .member(let base, let name, let arguments) where arguments.isEmpty && Self.fits(base):
            return Self.word(.member, names.position(of: name), small: base.index)
        case .implicitMember(let name): return Self.word(.implicitMember, names.position(of: name))
        case .local(let id) where id.index >= 0: return Self.word(.local, UInt32(id.index))
        case .call(let id) where id.index >= 0: return Self.word(.call, UInt32(id.index))
        case .closure(let id) where id.index >= 0: return Self.word(.closure, UInt32(id.index))
        case .unwrap(let value) where Self.fits(value): return Self.word(.unwrap, UInt32(value.index))
        case .optionalTry(let value) where Self.fits(value): return Self.word(.optionalTry, UInt32(value.index))
        case .selfMember(let value) where Self.fits(value): return Self.word(.selfMember, UInt32(value.index))
        case .unary(let sign, let value) where Self.fits(value):
            let name = Int(names.position(of: sign))
            return name < Self.limit ? Self.word(.unary, UInt32(value.index), small: name) : other(expression)
        case .integer(let text): return Self.word(.integer, names.position(of: text))
        case .float(let text): return Self.word(.float, names.position(of: text))
        case .string(let text?): return Self.word(.string, names.position(of: text))
        case .string(nil): return Self.word(.interpolation)
        case .macro(let name): return Self.word(.macro, names.position(of: name))
        case .boolean(let value): return Self.word(.boolean, value ? 1 : 0)
        case .unknown: return Self.word(.unknown)
        case .selfReference: return Self.word(.selfReference)
        case .selfType: return Self.word(.selfType)
        case .superReference: return Self.word(.superReference)
        case .regex: return Self.word(.regex)
        case .nilLiteral: return Self.word(.nilLiteral)
        case .keyPath: return Self.word(.keyPath)
        default: return composite(expression, &names)
        }
    }

    private mutating func composite(_ expression: Expression, _ names: inout NamePool) -> UInt64 {
        switch expression {
        case .subscript(let base, let arguments) where Self.fits(base) && arguments.allSatisfy(Self.fits):
            return list(.subscript, arguments.map(Self.operand), small: base.index)
        case .array(let values) where values.allSatisfy(Self.fits): return list(.array, values.map(Self.operand))
        case .choice(let values) where values.allSatisfy(Self.fits): return list(.choice, values.map(Self.operand))
        case .dictionary(let pairs) where pairs.allSatisfy({ Self.fits($0.key) && Self.fits($0.value) }):
            return list(.dictionary, pairs.flatMap { [Self.operand($0.key), Self.operand($0.value)] })
        case .tuple(let elements) where elements.allSatisfy({ Self.fits($0.value) }):
            return list(
                .tuple,
                elements.flatMap { element in
                    [element.label.map { names.position(of: $0) + 1 } ?? 0, Self.operand(element.value)]
                })
        case .operators(let values, let signs) where values.count < Self.limit && values.allSatisfy(Self.fits):
            return list(
                .operators, values.map(Self.operand) + signs.map { names.position(of: $0) }, small: values.count)
        default: return other(expression)
        }
    }

    private mutating func list(_ kind: PackedKind, _ values: [UInt32], small: Int = 0) -> UInt64 {
        let position = UInt32(operands.count)
        operands.append(UInt32(values.count))
        operands.append(contentsOf: values)
        return Self.word(kind, position, small: small)
    }

    private mutating func other(_ expression: Expression) -> UInt64 {
        others.append(expression)
        return Self.word(.other, UInt32(others.count - 1))
    }

    private static func operand(_ id: ExpressionID) -> UInt32 { UInt32(id.index) }

    private static func fits(_ id: ExpressionID) -> Bool { (0..<limit).contains(id.index) }

    private static func word(_ kind: PackedKind, _ wide: UInt32 = 0, small: Int = 0) -> UInt64 {
        UInt64(wide) << 32 | UInt64(small) << 5 | UInt64(kind.rawValue)
    }
}
