/// Which element of an ``AsyncQueue`` is taken first.
public struct QueueOrder<Element: Sendable>: Sendable {
    let kind: Kind

    enum Kind {
        case fifo
        case lifo
        case priority(areInIncreasingOrder: @Sendable (Element, Element) -> Bool)
    }

    /// The same order for values that stand for elements.
    func map<Stand: Sendable>(_ element: @escaping @Sendable (Stand) -> Element) -> QueueOrder<Stand> {
        switch kind {
        case .fifo: .fifo
        case .lifo: .lifo
        case .priority(let isBefore): .priority { isBefore(element($0), element($1)) }
        }
    }

    /// First in, first out: the element that came first.
    public static var fifo: Self { Self(kind: .fifo) }

    /// Last in, first out: the element that came last.
    public static var lifo: Self { Self(kind: .lifo) }

    /// The smallest element; of equal ones the one that came first.
    /// - Parameter areInIncreasingOrder: whether its first argument is to be taken before its second; a strict weak
    ///   order, as for `sort(by:)`. Called under the queue's lock, so it must be short and must not use the queue.
    public static func priority(
        by areInIncreasingOrder: @escaping @Sendable (Element, Element) -> Bool
    ) -> Self {
        Self(kind: .priority(areInIncreasingOrder: areInIncreasingOrder))
    }
}

extension QueueOrder where Element: Comparable {
    /// The smallest element; of equal ones the one that came first.
    public static var priority: Self { .priority { $0 < $1 } }
}
