/// Entries in the order in which they came, from which any may be taken.
///
/// Taking entry `n` costs O(n), so first in, first out costs O(1); the memory stays for the next run.
struct ReadyList: ~Copyable {
    private var entries = OwnedArray<Ready>()
    private var head = 0

    var count: Int { entries.count - head }
    var isEmpty: Bool { count == 0 }
    subscript(index: Int) -> Ready { entries[head + index] }

    mutating func append(_ entry: Ready) {
        if head > 32, head > entries.count / 2 {
            entries.removeFirst(head)
            head = 0
        }
        entries.append(entry)
    }

    /// O(n), but O(1) when one was taken before.
    mutating func putFirst(_ entry: Ready) {
        guard head > 0 else { return entries.insert(entry, at: 0) }
        head -= 1
        entries[head] = entry
    }

    mutating func remove(at index: Int) -> Ready {
        let entry = entries[head + index]
        if index > 0 {
            for position in stride(from: head + index, to: head, by: -1) { entries[position] = entries[position - 1] }
        }
        head += 1
        if head == entries.count { removeAll() }
        return entry
    }

    mutating func removeAll() {
        entries.removeAll()
        head = 0
    }
}

/// What waits for a thread.
enum Ready {
    case task(Int)
    /// An actor or queue, by its resource, with jobs that wait.
    case serial(Int)
    /// One of the cooperative pool's threads, where the pool takes them from Dispatch.
    case poolThread
}
