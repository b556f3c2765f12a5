#if canImport(Darwin)
    import Darwin
#elseif canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

/// Contents of files. Threads of ``defaultExecutor`` wait for the disk, never the loop; from any task.
extension EventLoop {
    /// Reads a whole file.
    /// - Throws: ``StreamError/refused(call:code:)``; `CancellationError`.
    public nonisolated(nonsending) func readFile(at path: String) async throws -> [UInt8] {
        try await toThread { try FileContents.read(path) }
    }

    /// Writes a whole file so that everybody finds either the old contents or the new, also after a loss of power.
    ///
    /// A new file beside it is written, brought to the disk and given its name; permissions are kept. A symbolic link
    /// stays, and what it points to is replaced. Once begun, it is not stopped by cancellation.
    /// - Throws: ``StreamError/refused(call:code:)``, and the old contents are there; `CancellationError`.
    public nonisolated(nonsending) func writeFile(_ bytes: [UInt8], to path: String) async throws {
        try await toThread { try FileContents.replace(path, with: bytes) }
    }

    /// Opens a file to read it piece by piece: `for try await line in try await loop.openFile(at: path).lines`.
    ///
    /// A named pipe or a device that has nothing yet is read by the loop, when something comes.
    /// - Throws: ``StreamError/refused(call:code:)``; `CancellationError`.
    public nonisolated(nonsending) func openFile(at path: String) async throws -> StreamReader {
        reader(
            of: try await toThread {
                try StreamDescriptor(try FileContents.open(path, O_RDONLY), .exclusive, mode: O_RDONLY)
            })
    }
}
