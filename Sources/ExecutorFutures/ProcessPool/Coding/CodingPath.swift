/// The way from the outermost value to an inner one; an array is only made of it for an error.
indirect enum CodingPath {
    case root
    case member(of: CodingPath, key: any CodingKey)

    func appending(_ key: any CodingKey) -> CodingPath {
        .member(of: self, key: key)
    }

    var keys: [any CodingKey] {
        var keys: [any CodingKey] = []
        var path = self
        while case .member(let outer, let key) = path {
            keys.append(key)
            path = outer
        }
        return keys.reversed()
    }
}

/// The key of an element of a list, or of the superclass's part of an object.
enum PositionKey: CodingKey {
    case index(Int)
    case superclass

    init?(stringValue: String) { nil }
    init?(intValue: Int) { self = .index(intValue) }

    var stringValue: String {
        switch self {
        case .index(let index): "Index \(index)"
        case .superclass: "super"
        }
    }

    var intValue: Int? {
        if case .index(let index) = self { index } else { nil }
    }
}
