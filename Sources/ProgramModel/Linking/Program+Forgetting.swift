extension Program {
    /// Frees most of what a linked program takes: what is remembered of types, calls and locals.
    ///
    /// For a program that is asked about few files from here on, or kept while another one of its size is linked.
    /// Effects, contexts and declarations stay; whatever else is asked afterwards is found anew.
    ///
    /// - Parameter keepsAnswers: frees only what comes back the same in any case. A question that leads back to itself is
    ///   remembered as unknown, so what a type or a call is found to be can depend on what was asked before.
    package func forget(keepsAnswers: Bool) {
        contexts.closures.forgetUses()
        if !keepsAnswers { resolver.forgetAnswers() }
    }
}

extension Resolver {
    /// Must not be called while a question is being answered.
    fileprivate func forgetAnswers() {
        expressionTypes.removeAll()
        localTypes.removeAll()
        resolutions.removeAll()
        bodyResults.removeAll()
        propertyTypes.removeAll()
        enclosingTypesOfBodies.removeAll()
        expectedTypesOfFiles = [:]
        memberUsesOfFiles = [:]
    }
}
