#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Turns mangled names into readable ones with the Swift runtime's own function.
enum RuntimeDemangler {
    /// `nil` for what is no mangled name.
    static func text(of mangled: String) -> String? {
        var mangled = mangled
        let result = mangled.withUTF8 { bytes in
            swiftDemangle(bytes.baseAddress, UInt(bytes.count), nil, nil, 0)
        }
        guard let result else { return nil }
        defer { free(result) }
        return String(cString: result)
    }
}

/// Part of the runtime's stable interface; it has no declaration in the standard library.
@_silgen_name("swift_demangle")
private func swiftDemangle(
    _ name: UnsafePointer<UInt8>?, _ length: UInt, _ buffer: UnsafeMutablePointer<CChar>?,
    _ size: UnsafeMutablePointer<UInt>?, _ flags: UInt32
) -> UnsafeMutablePointer<CChar>?
