import RuleCatalogue
import Testing

/// Suggestions for misspelt names.
struct NearestNameTests {
    @Test func aMisspeltNameFindsItsNeighbour() {
        let names = ["exclude", "include", "rules"]
        #expect(NearestName.of("exlude", among: names) == "exclude")
        #expect(NearestName.of("rule", among: names) == "rules")
        #expect(NearestName.of("Rules", among: names) == "rules")
        #expect(NearestName.of("ruels", among: names) == "rules")
    }

    @Test func aStrangeNameFindsNone() {
        #expect(NearestName.of("timeout", among: ["exclude", "include"]) == nil)
        #expect(NearestName.of("x", among: [String]()) == nil)
        #expect(NearestName.advice(for: "timeout", among: ["a-b", "c-d"]) == "use one of `a-b`, `c-d`")
    }
}
