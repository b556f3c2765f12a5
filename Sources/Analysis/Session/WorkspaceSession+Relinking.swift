import ExecutorFutures
import ProgramModel
import Rules
import SourceModel

/// The first wave after an edit: what the edited file itself has to say.
extension WorkspaceSession {
    /// What is known of edited files before the rest of the folder is looked at.
    package struct FirstWave: Sendable {
        /// By path, as findings name the files; also those without findings.
        package var findings: [String: [Finding]]
        /// For the next edit.
        package var linked: LinkedProgram
    }

    /// The session with the texts of a few edited files, and their findings, without fixes and verdicts.
    ///
    /// They are those that `findings` would tell, unless the edit changes what other files do that the file itself
    /// calls, or calls something for the first time that no other asynchronous code calls. One job does it all: under
    /// load every change of threads is a wait.
    ///
    /// - Parameters:
    ///   - texts: by absolute path.
    ///   - linked: of this session; nobody else may use it meanwhile.
    /// - Returns: no wave when the files cannot be judged alone.
    package nonisolated(nonsending) func firstWave(
        replacing texts: [String: [UInt8]], after linked: LinkedProgram, on executor: any FutureExecutor
    ) async throws -> (session: WorkspaceSession, wave: FirstWave?) {
        let paths = differing(from: texts)
        return try await executor.run {
            let session = replacing(texts)
            return (session, session.relink(paths, linked))
        }
    }

    private func relink(_ paths: [String], _ linked: LinkedProgram) -> FirstWave? {
        let files = contents.snapshot.files
        var program = linked.program
        var findings: [String: [Finding]] = [:]
        for path in paths {
            guard let index = index(of: path) else { continue }
            let file = ProgramFile(files[index], digests[index])
            guard index < program.files.count, program.files[index].path == file.path,
                program.files[index].isTest == file.isTest
            else { return nil }
            var changed = [index: file]
            guard let next = program.relinking(&changed) else { return nil }
            program = next
            let detections = RuleEngine.detections(in: program, catalogue: analyzer.catalogue)
            findings[file.path] = analyzer.findings(detections, in: index, files, digests)
        }
        return FirstWave(findings: findings, linked: LinkedProgram(program))
    }
}

extension Analyzer {
    /// What is reported of the detections of one file.
    fileprivate func findings(
        _ detections: [Detection], in file: Int, _ files: [SourceFile], _ digests: [FileDigest]
    ) -> [Finding] {
        var places = Places(files)
        return candidates(from: detections, files, digests, &places).reported.filter { $0.file == file }
            .map(\.finding).sorted(by: Finding.reportOrder)
    }
}
