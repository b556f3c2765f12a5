#if canImport(ObjectiveC)
    import ObjectiveC
#endif

/// Frees what Objective-C code called by `body` has put aside; elsewhere than on Apple's systems it just calls `body`.
///
/// A thread of a pool has no run loop that would do it, so such objects would live as long as the thread.
func withAutoreleasePool(_ body: () -> Void) {
    #if canImport(ObjectiveC)
        autoreleasepool(invoking: body)
    #else
        body()
    #endif
}
