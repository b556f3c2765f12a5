import SourceModel

/// The arguments of one call: a part of what the file keeps for all its calls.
package struct ArgumentList: RandomAccessCollection, Sendable {
    private let pool: ArgumentPool
    private let start: UInt32
    private let limit: UInt32

    init(_ pool: ArgumentPool, _ range: Range<UInt32>) {
        self.pool = pool
        start = range.lowerBound
        limit = range.upperBound
    }

    package var startIndex: Int { 0 }
    package var endIndex: Int { Int(limit - start) }

    package subscript(position: Int) -> Argument { pool[Int(start) + position] }
}

/// The arguments of all calls of one file, in sixteen bytes each.
///
/// A class, so that the list of a call costs one reference.
final class ArgumentPool: Sendable {
    private let items: [PackedArgument]
    private let names: [String]

    init(_ items: [PackedArgument], names: [String]) {
        self.items = items.fitted
        self.names = names
    }

    var count: UInt32 { UInt32(items.count) }

    subscript(position: Int) -> Argument {
        let item = items[position]
        let label = item.label >> 2
        return Argument(
            label: label == 0 ? nil : names[Int(label) - 1], value: item.value,
            isTrailingClosure: item.label & 1 != 0, isInOut: item.label & 2 != 0, range: item.range)
    }
}

/// One argument of an `ArgumentPool`.
struct PackedArgument: Sendable {
    /// Position of the label plus one, zero for none, above two bits for the flags.
    let label: UInt32
    let value: ExpressionID
    let range: SourceRange

    init(_ argument: Argument, _ names: inout NamePool) {
        let label = argument.label.map { names.position(of: $0) + 1 } ?? 0
        self.label = label << 2 | (argument.isTrailingClosure ? 1 : 0) | (argument.isInOut ? 2 : 0)
        value = argument.value
        range = argument.range
    }
}
