import Reporting
import SimulatedExecution
import Verdicts

/// The files of `--trace`, in Chrome's trace format.
enum TraceFiles {
    /// The run before the fix goes to `path`, the one after it beside it. May block.
    static func write(_ demonstration: Demonstration, to path: String) throws {
        try write(demonstration.before, to: path)
        try write(demonstration.after, to: pathAfter(path))
    }

    static func write(_ trace: Trace, to path: String) throws {
        let text = trace.chromeJSON()
        try ReportFile.replace(path) { sink throws(ReportError) in
            let output = BufferedOutput(sink)
            output.write(text)
            try output.finish()
        }
    }

    /// `run.json` becomes `run.after.json`.
    static func pathAfter(_ path: String) -> String {
        let start = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        guard let dot = path[start...].lastIndex(of: "."), dot > start else { return path + ".after" }
        return path[..<dot] + ".after" + path[dot...]
    }
}
