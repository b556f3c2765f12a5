/// Why some files cannot be linked on top of a program.
package enum RelinkingObstacle: Error, Equatable {
    /// A file has no predecessor, or one of another module.
    case otherFile
    /// The files run code of these, which runs code of theirs: what these do is not known any more.
    case needs(Set<Int>)
}
