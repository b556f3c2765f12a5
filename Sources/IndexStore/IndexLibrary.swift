import CIndexStore

/// The loaded libIndexStore of a toolchain.
///
/// Trusts the files of a store, as the library does: damaged ones may end the process, so it belongs into a process of
/// its own.
package struct IndexLibrary {
    let functions: index_library

    /// `nil` when there is no such library, or when it is another one.
    package init?(path: String) {
        var functions = index_library()
        guard index_library_open(path, &functions) else { return nil }
        self.functions = functions
    }

    func text(_ text: index_text) -> String {
        guard let data = text.data else { return "" }
        return String(decoding: UnsafeRawBufferPointer(start: data, count: text.length), as: UTF8.self)
    }
}
