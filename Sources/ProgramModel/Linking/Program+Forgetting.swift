extension Program {
    /// Frees what is remembered of types, calls and locals, which is most of what a linked program takes.
    ///
    /// For a program that is kept while another one of its size is linked. Effects, contexts and declarations stay;
    /// whatever else is asked afterwards is found anew.
    package func forgetAnswers() {
        resolver.forgetAnswers()
        contexts.closures.forgetUses()
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
    }
}
