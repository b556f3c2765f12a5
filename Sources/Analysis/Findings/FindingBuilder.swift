import Rules
import SourceModel
import Verdicts

/// A finding, and the file that it is in.
struct Candidate {
    /// Index into the snapshot's files.
    var file: Int
    /// Without a fingerprint until one is assigned.
    var finding: Finding
    /// What the finding was made of; `nil` for findings about comments.
    var detection: Detection?
    /// What is to be simulated, or why nothing is; `nil` when nothing was asked for.
    var trial: Result<Trial, NotModelled>?
}

/// Makes findings of detections: offsets become lines, indices become paths.
enum FindingBuilder {
    /// In report order; what was detected twice in the same words is told once.
    static func findings(_ detections: [Detection], _ files: [SourceFile], _ places: inout Places) -> [Candidate] {
        var candidates: [Candidate] = []
        candidates.reserveCapacity(detections.count)
        for detection in detections {
            candidates.append(
                Candidate(
                    file: detection.file, finding: finding(detection, files, &places), detection: detection))
        }
        candidates.sort { left, right in
            if Finding.reportOrder(left.finding, right.finding) { return true }
            if Finding.reportOrder(right.finding, left.finding) { return false }
            // The stronger of two that read alike comes first, and stays.
            return (left.finding.confidence, left.finding.severity) > (right.finding.confidence, right.finding.severity)
        }
        var previous: Finding?
        return candidates.filter { candidate in
            defer { previous = candidate.finding }
            guard let previous else { return true }
            return Finding.reportOrder(previous, candidate.finding)
        }
    }

    private static func finding(_ detection: Detection, _ files: [SourceFile], _ places: inout Places) -> Finding {
        let file = detection.file
        return Finding(
            rule: detection.rule, severity: detection.severity, confidence: detection.confidence,
            file: files[file].path, range: detection.range, start: places.position(detection.anchor, in: file),
            end: places.position(detection.range.end, in: file), message: detection.message, advice: detection.advice,
            callee: detection.callee,
            context: FindingContext(
                kind: detection.context.kind, symbol: detection.context.symbol,
                line: places.position(detection.context.offset, in: file).line, executor: detection.context.executor),
            path: detection.path.filter { files.indices.contains($0.file) }.map { step in
                EvidenceStep(
                    symbol: step.symbol, file: files[step.file].path,
                    position: places.position(step.offset, in: step.file), isRemark: step.isRemark)
            },
            fingerprint: "")
    }
}
