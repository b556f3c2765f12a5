import RuleCatalogue
import Testing

/// Declarations as effect files spell them.
struct DeclarationNameTests {
    @Test func aMethodHasATypeABaseNameAndLabels() throws {
        let name = try #require(DeclarationName("FileManager.copyItem(at:to:)"))
        #expect(name.typeName == "FileManager")
        #expect(name.baseName == "copyItem")
        #expect(name.labels == ["at", "to"])
        #expect(!name.isInitializer)
        #expect(name.calledName == "copyItem")
    }

    @Test func anInitialiserIsCalledByItsInnermostType() throws {
        let name = try #require(DeclarationName("Outer.Inner.init(contentsOf:_:)"))
        #expect(name.typeName == "Outer.Inner")
        #expect(name.isInitializer)
        #expect(name.calledName == "Inner")
        #expect(name.labels == ["contentsOf", "_"])
    }

    @Test func aFreeFunctionHasNoType() throws {
        let name = try #require(DeclarationName("sleep(_:)"))
        #expect(name.typeName == nil)
        #expect(name.labels == ["_"])
    }

    @Test func aPropertyHasNoLabels() throws {
        let name = try #require(DeclarationName("FileManager.DirectoryEnumerator.fileAttributes"))
        #expect(name.labels == nil)
        #expect(name.isProperty)
        #expect(name.innermostType == "DirectoryEnumerator")
    }

    @Test func noParametersAreNotTheSameAsAProperty() throws {
        #expect(try #require(DeclarationName("Process.waitUntilExit()")).labels == [])
    }

    @Test(arguments: [
        "", ".", "a.", ".a", "f(", "f)", "f(a)", "f(a:b)", "f(a:) async", "Data.init(contents Of:)", "1a", "f(:)", "()",
        "A..b", "f(a::)",
    ])
    func whatIsNoDeclarationIsRefused(_ text: String) {
        #expect(DeclarationName(text) == nil)
    }

    @Test func aNameWithoutLabelsCoversEveryOverload() throws {
        let all = try #require(DeclarationName("Gate.wait"))
        let one = try #require(DeclarationName("Gate.wait(timeout:)"))
        let other = try #require(DeclarationName("Door.wait(timeout:)"))
        #expect(all.covers(one))
        #expect(one.covers(one))
        #expect(!one.covers(all))
        #expect(!all.covers(other))
    }
}
