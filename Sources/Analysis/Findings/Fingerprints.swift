import SourceModel

/// Gives findings names that survive moved lines.
///
/// Made of rule, path, enclosing symbol, callee and the source line without its white space; findings that agree in all
/// of these are numbered in the order of the file. Must stay as it is: baselines hold these names.
enum Fingerprints {
    /// - Parameter candidates: in report order, before anything but whole rules is left out, so that an allow comment
    ///   or a confidence floor renames no twin.
    static func assign(to candidates: inout [Candidate], _ files: [SourceFile], _ places: inout Places) {
        var twins: [UInt64: Int] = [:]
        for index in candidates.indices {
            let (file, finding) = (candidates[index].file, candidates[index].finding)
            var hash = StableHash()
            hash.add(field: finding.rule.rawValue)
            hash.add(field: files[file].stablePath)
            hash.add(field: finding.context.symbol)
            hash.add(field: finding.callee)
            for byte in places.line(finding.start.line, in: file) where byte > 0x20 { hash.add(byte) }
            let ordinal = twins[hash.value, default: 0]
            twins[hash.value] = ordinal + 1
            if ordinal > 0 { hash.add(field: "#\(ordinal)") }
            candidates[index].finding.fingerprint = hash.text
        }
    }
}
