import SourceModel

extension Verdict {
    /// The members of the object that JSON and SARIF reports have under `simulation`. Times are in milliseconds; `null`
    /// stands for one without an end.
    func write(to json: JSONWriter) {
        json.string("outcome", outcome.word)
        if case .notModelled(let reason) = outcome { json.string("reason", reason) }
        if let fix { json.string("fix", fix.rawValue) }
        if let before { json.object("before", inline: true) { before.write(to: json) } }
        if let after { json.object("after", inline: true) { after.write(to: json) } }
        json.integer("schedules", schedules)
        json.integer("seed", seed)
        if let workers { json.integer("workers", workers) }
        if let schedule { json.string("schedule", schedule) }
        json.array("problems") {
            for problem in problems { json.string(nil, problem) }
        }
        json.array("remarks") {
            for remark in remarks { json.string(nil, remark) }
        }
    }
}

extension Verdict.Measurement {
    fileprivate func write(to json: JSONWriter) {
        for (name, time) in [("maxStallMs", maxStall), ("makespanMs", makespan)] {
            if let time { json.decimal(name, Numbers.milliseconds(time), digits: 3) } else { json.null(name) }
        }
        json.boolean("deadlock", hasDeadlock)
    }
}
