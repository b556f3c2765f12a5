#if canImport(Glibc)
    import Glibc
#endif

/// Memory that was freed, and that the allocator keeps for later.
enum Memory {
    /// Gives it back to the system, where the C library can; may take some tens of milliseconds.
    static func giveBack() {
        #if canImport(Glibc)
            // The module map of glibc leaves `malloc.h` out.
            guard let symbol = dlsym(nil, "malloc_trim") else { return }
            _ = unsafeBitCast(symbol, to: (@convention(c) (Int) -> CInt).self)(0)
        #endif
    }
}
