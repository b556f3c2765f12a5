import Analysis
import Testing

struct WordScanTests {
    private func matches(_ words: [String], _ text: String) -> [String] {
        let scan = WordScan(words)
        let found = scan.matches(in: Array(text.utf8)).map { scan.words[$0] }
        #expect(scan.containsAny(in: Array(text.utf8)) == !found.isEmpty)
        return found
    }

    @Test func wholeIdentifiersCount() {
        let words = ["sleep", "wait", "x", "usleep"]
        #expect(matches(words, "Thread.sleep(1)") == ["sleep"])
        #expect(matches(words, "asleep sleeper sleep_ _sleep sleep2 wäit") == [])
        #expect(matches(words, "`wait`();x") == ["wait", "x"])
        #expect(matches(words, "usleep") == ["usleep"])
        #expect(matches(words, "// wait\n\"sleep\"") == ["sleep", "wait"])
        #expect(matches(words, "") == [])
        #expect(matches([], "sleep") == [])
        #expect(matches(["größe"], "let größe = 1") == ["größe"])
    }

    @Test func everyPlaceInTheEightByteStepsIsSeen() {
        for padding in 0..<24 {
            let spaces = String(repeating: " ", count: padding)
            #expect(matches(["readLine", "a"], spaces + "readLine") == ["readLine"])
            #expect(matches(["readLine", "a"], spaces + "a") == ["a"])
            #expect(
                matches(["readLine", "a"], String(repeating: "z", count: padding) + "readLine").isEmpty == (padding > 0)
            )
        }
    }

    @Test func itAgreesWithASplitOfTheText() {
        let letters = Array("ab_9 .(\n-é".unicodeScalars)
        let words = ["a", "b", "ab", "ba", "aa9", "_a", "b_9", "aé", "é", "abababab", "9"]
        for seed in 1...200 as ClosedRange<UInt64> {
            var state = seed
            var text = String.UnicodeScalarView()
            for _ in 0..<120 {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                text.append(letters[Int(state >> 33) % letters.count])
            }
            let parts = Set(String(text).split { " .(\n-".contains($0) }.map(String.init))
            #expect(matches(words, String(text)) == words.filter(parts.contains), "seed \(seed)")
        }
    }
}
