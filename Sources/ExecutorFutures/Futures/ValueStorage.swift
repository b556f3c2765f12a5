/// Room for one value of any type: in place if it takes at most two words, otherwise on the heap.
///
/// It is not generic, and that is its purpose. An optional value in a generic class makes unspecialised code ask Swift's
/// runtime for the type of the optional whenever it is written or released, which is a fifth of what a tiny job costs.
/// Whoever owns it must know whether there is a value in it, and of which type.
@usableFromInline
struct ValueStorage {
    @usableFromInline var words: (UInt, UInt)

    @inlinable
    init() { words = (0, 0) }

    /// Stores what `make` returns; stays empty if that throws.
    @inlinable
    mutating func store<Value>(_ make: () throws -> Value) rethrows {
        if Self.holdsInPlace(Value.self) {
            try withUnsafeMutablePointer(to: &words) { words in
                UnsafeMutableRawPointer(words).assumingMemoryBound(to: Value.self).initialize(to: try make())
            }
        } else {
            let value = try make()
            let place = UnsafeMutablePointer<Value>.allocate(capacity: 1)
            place.initialize(to: value)
            words.0 = UInt(bitPattern: place)
        }
    }

    /// A copy of the value.
    @inlinable
    func load<Value>(as type: Value.Type) -> Value {
        if Self.holdsInPlace(type) {
            return withUnsafePointer(to: words) { UnsafeRawPointer($0).assumingMemoryBound(to: type).pointee }
        }
        guard let place = UnsafePointer<Value>(bitPattern: words.0) else {
            preconditionFailure("there is no value yet")
        }
        return place.pointee
    }

    /// Releases the value.
    mutating func destroy<Value>(_ type: Value.Type) {
        if Self.holdsInPlace(type) {
            withUnsafeMutablePointer(to: &words) { words in
                _ = UnsafeMutableRawPointer(words).assumingMemoryBound(to: type).deinitialize(count: 1)
            }
        } else if let place = UnsafeMutablePointer<Value>(bitPattern: words.0) {
            place.deinitialize(count: 1)
            place.deallocate()
        }
    }

    @inlinable
    static func holdsInPlace<Value>(_ type: Value.Type) -> Bool {
        MemoryLayout<Value>.size <= MemoryLayout<(UInt, UInt)>.size
            && MemoryLayout<Value>.alignment <= MemoryLayout<UInt>.alignment
    }
}
