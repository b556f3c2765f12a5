/// Where a written type stands: decides what its names mean.
struct TypeScope: Hashable {
    var file: Int
    var type: TypeID?
    var function: FunctionID?
    var body: BodyID?

    init(file: Int, type: TypeID? = nil, function: FunctionID? = nil, body: BodyID? = nil) {
        self.file = file
        self.type = type
        self.function = function
        self.body = body
    }
}

/// What generic parameter names stand for: a handful, so comparing beats hashing.
struct Substitution: ExpressibleByDictionaryLiteral {
    private var pairs: [(name: String, type: ResolvedType)]

    init(dictionaryLiteral elements: (String, ResolvedType)...) { pairs = elements.map { ($0.0, $0.1) } }

    /// A name that is set to `nil` keeps what it stands for.
    subscript(name: String) -> ResolvedType? {
        get { pairs.last { $0.name == name }?.type }
        set { if let newValue { pairs.append((name, newValue)) } }
    }
}
