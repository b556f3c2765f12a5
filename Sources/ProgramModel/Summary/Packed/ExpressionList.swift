/// The expressions of one file, in eight bytes each and what is rare beside.
///
/// A program has more expressions than anything else, and most are never looked at: they are put together when asked
/// for. O(1) for names, members and calls; O(elements) for what has elements.
package struct ExpressionList: RandomAccessCollection, Sendable {
    /// Kind in the lowest five bits, an operand of 27 bits above it, one of 32 bits on top.
    private let words: [UInt64]
    private let names: [String]
    /// Lists of operands, each behind its length.
    private let operands: [UInt32]
    /// What fits nowhere else.
    private let others: [Expression]

    package var startIndex: Int { 0 }
    package var endIndex: Int { words.count }

    init(_ packer: ExpressionPacker, names: [String]) {
        words = packer.words.fitted
        operands = packer.operands.fitted
        others = packer.others.fitted
        self.names = names
    }

    package subscript(position: Int) -> Expression {
        let word = words[position]
        let wide = UInt32(truncatingIfNeeded: word >> 32)
        switch PackedKind(rawValue: UInt8(word & 0x1F)) ?? .unknown {
        case .unknown: return .unknown
        case .other: return others[Int(wide)]
        case .name: return .name(names[Int(wide)], genericArguments: [])
        case .member:
            return .member(base: ExpressionID(small(word)), name: names[Int(wide)], genericArguments: [])
        case .implicitMember: return .implicitMember(name: names[Int(wide)])
        case .local: return .local(LocalID(Int(wide)))
        case .call: return .call(CallID(Int(wide)))
        case .closure: return .closure(BodyID(Int(wide)))
        case .unwrap: return .unwrap(ExpressionID(Int(wide)))
        case .optionalTry: return .optionalTry(ExpressionID(Int(wide)))
        case .selfMember: return .selfMember(ExpressionID(Int(wide)))
        case .unary: return .unary(names[small(word)], ExpressionID(Int(wide)))
        case .subscript, .array, .dictionary, .tuple, .choice, .operators: return composite(word)
        default: return leaf(word)
        }
    }

    private func small(_ word: UInt64) -> Int { Int((word >> 5) & 0x7FF_FFFF) }

    private func leaf(_ word: UInt64) -> Expression {
        let wide = Int(word >> 32)
        return switch PackedKind(rawValue: UInt8(word & 0x1F)) {
        case .integer: .integer(names[wide])
        case .float: .float(names[wide])
        case .string: .string(names[wide])
        case .macro: .macro(names[wide])
        case .boolean: .boolean(wide == 1)
        case .interpolation: .string(nil)
        case .selfReference: .selfReference
        case .selfType: .selfType
        case .superReference: .superReference
        case .regex: .regex
        case .nilLiteral: .nilLiteral
        case .keyPath: .keyPath
        default: .unknown
        }
    }

    private func composite(_ word: UInt64) -> Expression {
        let start = Int(word >> 32) + 1
        let count = Int(operands[start - 1])
        let list = operands[start..<start + count]
        let id = { (operand: UInt32) in ExpressionID(Int(operand)) }
        switch PackedKind(rawValue: UInt8(word & 0x1F)) {
        case .subscript: return .subscript(base: ExpressionID(small(word)), arguments: list.map(id))
        case .array: return .array(list.map(id))
        case .choice: return .choice(list.map(id))
        case .dictionary:
            return .dictionary(
                stride(from: start, to: start + count, by: 2).map {
                    (key: id(operands[$0]), value: id(operands[$0 + 1]))
                })
        case .tuple:
            return .tuple(
                stride(from: start, to: start + count, by: 2).map {
                    let label = operands[$0] == 0 ? nil : names[Int(operands[$0]) - 1]
                    return TupleElement(label: label, value: id(operands[$0 + 1]))
                })
        default:
            let middle = small(word)
            return .operators(
                operands: list.prefix(middle).map(id), operators: list.dropFirst(middle).map { names[Int($0)] })
        }
    }
}

/// What an expression of an `ExpressionList` is; names without a text stand for themselves.
enum PackedKind: UInt8 {
    case unknown, other, name, member, implicitMember, local, call, closure, unwrap, optionalTry, selfMember, unary
    case `subscript`, array, dictionary, tuple, choice, operators
    case integer, float, string, macro, boolean, interpolation, selfReference, selfType, superReference, regex
    case nilLiteral, keyPath
}
