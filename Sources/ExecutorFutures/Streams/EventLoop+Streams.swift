#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Streams over what is open already. All of it may be called from any thread.
extension EventLoop {
    /// The bytes of a descriptor: a pipe, a terminal, a socket, a device, a regular file.
    ///
    /// A regular file is read by threads of ``defaultExecutor``, everything else by the loop, when something is there.
    /// - Parameter ownership: who else uses it; see ``DescriptorOwnership``.
    /// - Throws: ``StreamError/refused(call:code:)`` if the descriptor is not open.
    public func reader(of descriptor: Int32, _ ownership: DescriptorOwnership) throws(StreamError) -> StreamReader {
        reader(of: try StreamDescriptor(descriptor, ownership, mode: O_RDONLY))
    }

    /// Writes to a descriptor; otherwise as ``reader(of:_:)``.
    ///
    /// If it is a pipe or a terminal, `SIGPIPE` is ignored from now on, in the whole process, unless a handler is set.
    /// - Parameter highWaterMark: how many bytes may wait in memory before writes suspend.
    public func writer(
        of descriptor: Int32, _ ownership: DescriptorOwnership, highWaterMark: Int = StreamWriter.defaultHighWaterMark
    ) throws(StreamError) -> StreamWriter {
        writer(of: try StreamDescriptor(descriptor, ownership, mode: O_WRONLY), highWaterMark: highWaterMark)
    }

    /// Standard input, shared with the processes that have it too.
    ///
    /// Make one and keep it: what it has read ahead is lost to another. The shell's terminal or pipe is left as it is.
    public func standardInput() throws(StreamError) -> StreamReader { try reader(of: STDIN_FILENO, .shared) }

    /// Standard output, shared with the processes that have it too. Await ``StreamWriter/flush()`` before the end of the
    /// program.
    public func standardOutput() throws(StreamError) -> StreamWriter { try writer(of: STDOUT_FILENO, .shared) }

    /// Standard error, shared with the processes that have it too.
    public func standardError() throws(StreamError) -> StreamWriter { try writer(of: STDERR_FILENO, .shared) }

    /// A pipe in memory: what is written to one end is read from the other, on this loop.
    ///
    /// No system call is made, so it works in virtual time: for tests, and for parts of one program that talk in bytes.
    /// - Parameter capacity: how many bytes it holds; further ones wait at the writer.
    public func memoryPipe(
        capacity: Int = 64 << 10, highWaterMark: Int = StreamWriter.defaultHighWaterMark
    ) -> (reader: StreamReader, writer: StreamWriter) {
        let pipe = MemoryPipe(capacity: capacity, core: core)
        return (
            StreamReader(MemorySource(pipe), loop: self),
            StreamWriter(MemorySink(pipe), loop: self, highWaterMark: highWaterMark)
        )
    }

    func reader(of descriptor: StreamDescriptor) -> StreamReader {
        descriptor.kind == .file
            ? StreamReader(FileSource(descriptor, loop: self), loop: self)
            : StreamReader(DescriptorSource(descriptor, loop: self), loop: self)
    }

    func writer(
        of descriptor: StreamDescriptor, highWaterMark: Int = StreamWriter.defaultHighWaterMark
    ) -> StreamWriter {
        descriptor.kind == .file
            ? StreamWriter(FileSink(descriptor, loop: self), loop: self, highWaterMark: highWaterMark)
            : StreamWriter(DescriptorSink(descriptor, loop: self), loop: self, highWaterMark: highWaterMark)
    }
}
