/// Passes what the library hands out one by one to a closure; each thing is gone when the closure returns.
final class Visit<Element> {
    private let body: (Element) -> Void

    private init(_ body: @escaping (Element) -> Void) { self.body = body }

    /// For the library, which only hands it back.
    var context: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

    /// - Parameter call: calls a function of the library with the visit's context and with `pass`.
    static func each(_ call: (Visit) -> Void, body: (Element) -> Void) {
        withoutActuallyEscaping(body) { body in
            let visit = Visit(body)
            withExtendedLifetime(visit) { call(visit) }
        }
    }

    /// - Returns: whether the library shall go on.
    static func pass(_ element: Element?, to context: UnsafeMutableRawPointer?) -> Bool {
        guard let context, let element else { return false }
        Unmanaged<Visit>.fromOpaque(context).takeUnretainedValue().body(element)
        return true
    }
}
