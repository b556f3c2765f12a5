/// One slot per element of a map, filled by many threads without a lock.
///
/// It is the generic part of a map, kept apart and inlinable so that it is compiled for the caller's types; the part
/// that decides anything, ``OrderedMap``, knows only indices.
@usableFromInline
final class MapOutputs<Element: Sendable, Output: Sendable>: @unchecked Sendable {
    // Unchecked because of `slots`: a chunk is taken once, so each slot is written by one thread, and the lock of
    // `OrderedMap` orders all of that before `collect`.
    @usableFromInline let elements: [Element]
    @usableFromInline let transform: @Sendable (Element) throws -> Output
    @usableFromInline let slots: UnsafeMutablePointer<Output?>

    @inlinable
    init(_ elements: [Element], transform: @escaping @Sendable (Element) throws -> Output) {
        self.elements = elements
        self.transform = transform
        slots = .allocate(capacity: elements.count)
        slots.initialize(repeating: nil, count: elements.count)
    }

    deinit {
        slots.deinitialize(count: elements.count)
        slots.deallocate()
    }

    /// Fills the slots of one chunk; stops at the first failure and returns it.
    @inlinable
    func fill(_ chunk: Range<Int>) -> MapFailure? {
        for index in chunk {
            do {
                slots[index] = try transform(elements[index])
            } catch {
                return MapFailure(index: index, error: error)
            }
        }
        return nil
    }

    /// The outputs in order. Only after every chunk was filled.
    @inlinable
    func collect() -> [Output] {
        var outputs: [Output] = []
        outputs.reserveCapacity(elements.count)
        for index in elements.indices {
            if let output = slots[index].take() { outputs.append(output) }
        }
        return outputs
    }
}

/// An element for which `transform` threw.
@usableFromInline
struct MapFailure: Sendable {
    @usableFromInline var index: Int
    @usableFromInline var error: any Error

    @usableFromInline
    init(index: Int, error: any Error) {
        self.index = index
        self.error = error
    }
}
