import ProgramModel

/// The linked program of a folder, kept so that an edit links its own file only.
///
/// Unchecked because it goes from job to job of an executor: one job at a time may have it, and whoever hands it out
/// must wait for that job before the next gets it.
package final class LinkedProgram: @unchecked Sendable {
    let program: Program

    init(_ program: Program) { self.program = program }

    /// Whether all files were linked together, not one on top of what was known of the others.
    package var isWhole: Bool { program.relinked == nil }
}
