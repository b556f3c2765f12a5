import ProgramModel
import SourceModel

extension Fix: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(title)
        writer.write(style)
        writer.write(safety)
        writer.write(reason)
        writer.write(isPreferred)
        writer.write(edits)
        writer.write(verdict?.rawValue)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            title: try reader.readText(), style: try reader.readCase(), safety: try reader.readCase(),
            reason: try reader.readText(), isPreferred: try reader.readBool(), edits: try reader.readArray())
        let name: String? = try reader.readOptional()
        verdict = name.flatMap(Verdict.FixOutcome.init(rawValue:))
        if verdict == nil, name != nil { throw StorageDamage() }
    }
}

extension TextEdit: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(file)
        writer.write(range)
        writer.write(start)
        writer.write(end)
        writer.write(newText)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            file: try reader.readText(), range: try reader.read(), start: try reader.read(), end: try reader.read(),
            newText: try reader.readText())
    }
}

extension Verdict: Storable {
    package func store(in writer: inout BinaryWriter) {
        switch outcome {
        case .confirmed: writer.write(byte: 0)
        case .notReproduced: writer.write(byte: 1)
        case .notModelled(let reason):
            writer.write(byte: 2)
            writer.write(reason)
        }
        writer.write(fix?.rawValue)
        writer.write(before)
        writer.write(after)
        writer.write(problems)
        writer.write(remarks)
        writer.write(schedules)
        writer.write(seed)
        writer.write(workers != nil)
        writer.write(workers ?? 0)
        writer.write(schedule)
        writer.write(timelines)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        let outcome: Outcome =
            switch try reader.readByte() {
            case 0: .confirmed
            case 1: .notReproduced
            case 2: .notModelled(reason: try reader.readText())
            default: throw StorageDamage()
            }
        let fixName: String? = try reader.readOptional()
        let fix = fixName.flatMap(FixOutcome.init(rawValue:))
        if fix == nil, fixName != nil { throw StorageDamage() }
        self.init(outcome: outcome, fix: fix, before: try reader.readOptional(), after: try reader.readOptional())
        problems = try reader.readArray()
        remarks = try reader.readArray()
        schedules = try reader.readInt()
        seed = try reader.readUInt64()
        let hasWorkers = try reader.readBool()
        let number = try reader.readInt()
        workers = hasWorkers ? number : nil
        schedule = try reader.readOptional()
        timelines = try reader.readOptional()
    }
}

extension Verdict.Measurement: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(maxStall)
        writer.write(makespan)
        writer.write(hasDeadlock)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            maxStall: try reader.readOptional(), makespan: try reader.readOptional(),
            hasDeadlock: try reader.readBool())
    }
}

extension Verdict.Timelines: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(text)
        writer.write(svg)
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(text: try reader.readText(), svg: try reader.readText())
    }
}

extension Duration: Storable {
    package func store(in writer: inout BinaryWriter) {
        writer.write(Int(components.seconds))
        writer.write(Int(components.attoseconds))
    }

    package init(from reader: inout BinaryReader) throws(StorageDamage) {
        self.init(
            secondsComponent: Int64(try reader.readInt()), attosecondsComponent: Int64(try reader.readInt()))
    }
}
