/// What makes a problem the same as another one, in whatever run it shows.
struct ProblemKey: Hashable {
    enum Kind: Int {
        case deadlock, livelock, lostWakeUp, lostUpdate, starvation, priorityInversion, expectation, lockOrder
        case releasedByOther, leftTooOften, waitedWithoutLock
    }

    var kind: Kind
    var subject: UInt64
}

extension Machine {
    /// The keys of ``problems()``, in the same order.
    func problemKeys() -> [ProblemKey] {
        var keys: [ProblemKey] = []
        if ending == .deadlock { keys.append(ProblemKey(kind: .deadlock, subject: deadEndKey)) }
        if ending == .livelock { keys.append(ProblemKey(kind: .livelock, subject: 0)) }
        if ending == .deadlock {
            for condition in lostWakeUps() { keys.append(ProblemKey(kind: .lostWakeUp, subject: UInt64(condition))) }
        }
        for observation in observer.observations {
            keys.append(ProblemKey(kind: observation.kind.keyKind, subject: subject(of: observation)))
        }
        if ending != .deadlock {
            for pair in lockOrder.inversions {
                keys.append(ProblemKey(kind: .lockOrder, subject: UInt64(pair.first) << 32 | UInt64(pair.second)))
            }
        }
        return keys
    }

    /// The numbers of tasks differ from run to run, what they are does not.
    private func subject(of observation: Observation) -> UInt64 {
        UInt64(observation.kind == .starvation ? tasks[observation.task].entry : observation.subject)
    }
}

extension Observation.Kind {
    fileprivate var keyKind: ProblemKey.Kind {
        switch self {
        case .lostUpdate: .lostUpdate
        case .starvation: .starvation
        case .priorityInversion: .priorityInversion
        case .expectation: .expectation
        case .misuse(.releasedByOther): .releasedByOther
        case .misuse(.leftTooOften): .leftTooOften
        case .misuse(.waitedWithoutLock): .waitedWithoutLock
        }
    }
}
