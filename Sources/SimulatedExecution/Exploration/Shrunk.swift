/// Takes runs of deviations out of a schedule, large ones first, as long as what is left still shows the same (delta
/// debugging, Zeller 1999), and then makes the options that are left smaller.
///
/// - Parameter run: makes the run and returns the deviations that it really made; `nil` if it does not show the same, or
///   no more runs may be made.
func shrunk(_ all: [Deviation], _ run: ([Deviation]) -> [Deviation]?) -> [Deviation] {
    var deviations = all
    var size = max(deviations.count / 2, 1)
    while !deviations.isEmpty {
        var hasShrunk = false
        var start = 0
        while start < deviations.count {
            var shorter = deviations
            shorter.removeSubrange(start..<min(start + size, deviations.count))
            if let kept = run(shorter), kept.count < deviations.count {
                deviations = kept
                hasShrunk = true
            } else {
                start += size
            }
        }
        if size == 1, !hasShrunk { break }
        size = max(size / 2, 1)
    }
    for index in deviations.indices {
        while index < deviations.count, deviations[index].option > 1 {
            var simpler = deviations
            simpler[index].option -= 1
            guard let kept = run(simpler), kept.count <= deviations.count else { break }
            deviations = kept
        }
    }
    return deviations
}
