/// Waiting for descriptors: pipes, sockets, terminals.
extension EventLoop {
    /// Calls `body` on the loop whenever `descriptor` can be read, has ended or has failed, until that is cancelled.
    ///
    /// It is level-triggered: while there is something to read, `body` is called again, at most once per turn of the
    /// loop. The descriptor should be non-blocking. Must be called on the loop, and cancelled before the descriptor is
    /// closed: the kernel does not say when somebody closes it, so `body` would just never be called again.
    /// - Parameters:
    ///   - startsPaused: whether to wait for ``DescriptorRegistration/resume()`` before the first call.
    ///   - body: must not block; what it throws goes to the loop's hook for uncaught errors.
    /// - Throws: ``EventLoopError/notPollable(_:)`` for regular files and folders,
    ///   ``EventLoopError/badDescriptor(_:code:)``, ``EventLoopError/alreadyWatched(_:)``,
    ///   ``EventLoopError/noDescriptorsInVirtualTime(loop:)``.
    public func onReadable(
        _ descriptor: Int32, startsPaused: Bool = false, fileID: StaticString = #fileID, line: Int = #line,
        _ body: @escaping () throws -> Void
    ) throws(EventLoopError) -> DescriptorRegistration {
        try watch(descriptor, .readable, startsPaused, CallPlace(fileID, line), body)
    }

    /// Calls `body` on the loop whenever `descriptor` can be written, or has failed; otherwise as
    /// ``onReadable(_:startsPaused:fileID:line:_:)``.
    public func onWritable(
        _ descriptor: Int32, startsPaused: Bool = false, fileID: StaticString = #fileID, line: Int = #line,
        _ body: @escaping () throws -> Void
    ) throws(EventLoopError) -> DescriptorRegistration {
        try watch(descriptor, .writable, startsPaused, CallPlace(fileID, line), body)
    }

    private func watch(
        _ descriptor: Int32, _ interest: DescriptorInterest, _ startsPaused: Bool, _ place: CallPlace,
        _ body: @escaping () throws -> Void
    ) throws(EventLoopError) -> DescriptorRegistration {
        preconditionOnLoop()
        let handler = DescriptorHandler(
            descriptor: descriptor, interest: interest, isPaused: startsPaused, body: body)
        handler.place = place
        try core.descriptors.add(handler, driver: core.driver)
        return DescriptorRegistration(handler: handler, core: core)
    }
}

/// A descriptor that a loop watches; see ``EventLoop/onReadable(_:startsPaused:fileID:line:_:)``.
///
/// All its members must be used on the loop. Dropping it cancels nothing.
public struct DescriptorRegistration {
    let handler: DescriptorHandler
    let core: LoopEngine

    /// Stops the calls until ``resume()``. Costs no system call.
    public func pause() {
        precondition(core.isCurrent, offLoop(core))
        handler.isPaused = true
    }

    /// Lets the calls go on; what is ready by now counts. Costs a system call only after a long pause.
    /// - Throws: ``EventLoopError/badDescriptor(_:code:)`` if the descriptor was closed meanwhile.
    public func resume() throws(EventLoopError) {
        precondition(core.isCurrent, offLoop(core))
        guard handler.isPaused, handler.body != nil else { return }
        handler.isPaused = false
        try core.descriptors.resume(handler, driver: core.driver)
    }

    /// Ends the calls for good, also one that is queued. Must come before the descriptor is closed.
    public func cancel() {
        precondition(core.isCurrent, offLoop(core))
        guard handler.body != nil else { return }
        handler.body = nil
        core.descriptors.remove(handler, driver: core.driver)
    }
}
