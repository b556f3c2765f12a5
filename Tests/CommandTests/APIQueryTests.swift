import RuleCatalogue
import Testing

@testable import unblock

/// How `unblock explain` finds declarations.
@Suite struct APIQueryTests {
    private let catalogue: Catalogue = {
        let names = ["Data.init(contentsOf:options:)", "Thread.sleep(forTimeInterval:)", "sleep(_:)", "Gate.isOpen"]
        let entries = names.compactMap(DeclarationName.init).map {
            EffectEntry(declaration: $0, rule: "sleep-in-async", waits: .time, modules: ["Foundation"])
        }
        return Catalogue(
            rules: [], libraries: [EffectLibrary(library: "Foundation", modules: ["Foundation"], effects: entries)])
    }()

    @Test(arguments: [
        ("Data.init(contentsOf:options:)", 1), ("Data.init", 1), ("Data(contentsOf:options:)", 1), ("Data", 1),
        ("Foundation.Data.init", 1), ("sleep", 2), ("Thread.sleep", 1), ("sleep(_:)", 1), ("sleep( _: )", 1),
        ("Gate.isOpen", 1), ("isOpen", 1), ("Gate", 0), ("init", 0), ("slee", 0), ("", 0),
    ])
    func aNameFindsItsDeclarations(_ name: String, _ count: Int) {
        #expect(APIQuery(name).matches(in: catalogue).count == count, "\(name)")
    }
}
