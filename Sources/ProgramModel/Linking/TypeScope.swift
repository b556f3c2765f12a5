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

/// What generic parameter names stand for.
typealias Substitution = [String: ResolvedType]
