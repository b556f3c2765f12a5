extension Program {
    /// This program with other texts of some files, linked together with those that run code of theirs and are run by
    /// them.
    ///
    /// - Parameters:
    ///   - files: by number; gets the files that were linked with them.
    ///   - added: as `init(relinking:adding:in:)` takes them.
    /// - Returns: `nil` when that would be half of the program or more: each file is linked with all of its callers, so
    ///   half of them cost as much as all.
    package func relinking(_ files: inout [Int: ProgramFile], adding added: [ProgramFile] = []) -> Program? {
        while true {
            do {
                return try Program(relinking: files, adding: added, in: self)
            } catch .needs(let others) {
                guard (files.count + others.count) * 2 <= self.files.count else { return nil }
                for file in others { files[file] = self.files[file] }
            } catch {
                return nil
            }
        }
    }
}
