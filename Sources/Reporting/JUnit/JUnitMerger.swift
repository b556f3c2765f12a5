/// Joins JUnit reports, of shards or of different tools, into one.
///
/// Suites are ordered by name, then by the order of the reports, so the order of files that a shell hands over matters
/// only between suites of one name. Counts and times are computed anew, ids too; what is not understood is kept.
/// Merging the reports of all shards gives the report of the whole run, up to times.
package enum JUnitMerger {
    /// Writes the merged report.
    package static func merge(_ documents: [JUnitDocument], to sink: any ByteSink) throws(ReportError) {
        let root = merged(documents)
        let xml = try XMLWriter(to: sink)
        root.write(to: xml)
        try xml.finish()
    }

    static func merged(_ documents: [JUnitDocument]) -> XMLElement {
        var suites = documents.flatMap(\.suites).enumerated()
            .sorted { left, right in
                let (leftName, rightName) = (left.element["name"] ?? "", right.element["name"] ?? "")
                return leftName == rightName ? left.offset < right.offset : leftName < rightName
            }
            .map(\.element)
        suites = withoutEmptyRuns(suites)
        var names = UniqueNames()
        for index in suites.indices {
            recount(&suites[index], &names)
            if suites[index]["id"] != nil { suites[index]["id"] = String(index) }
        }
        var root = mergedRoot(documents, suites)
        root.children += suites.map { .element($0) }
        return root
    }

    /// A shard without files says so in a suite of its own; beside others, or twice, that is not worth saying.
    private static func withoutEmptyRuns(_ suites: [XMLElement]) -> [XMLElement] {
        let others = suites.filter { $0["name"] != JUnitNames.emptyRun || $0["package"] != "unblock" }
        return others.isEmpty ? Array(suites.prefix(1)) : others
    }

    /// Counts of the suite and of those inside it; makes the names of cases unique over the whole report.
    private static func recount(_ suite: inout XMLElement, _ names: inout UniqueNames) {
        for index in suite.children.indices {
            guard case .element(var child) = suite.children[index] else { continue }
            if child.name == "testsuite" {
                recount(&child, &names)
            } else if child.name == "testcase" {
                makeUnique(&child, &names)
            }
            suite.children[index] = .element(child)
        }
        setCounts(JUnitCounts(suite), of: &suite)
    }

    private static func makeUnique(_ testCase: inout XMLElement, _ names: inout UniqueNames) {
        let name = testCase["name"] ?? ""
        // No attribute can hold U+0000, so the two parts cannot run into each other.
        let prefix = "\(testCase["classname"] ?? "")\u{0}"
        let unique = names.unique(prefix + name)
        if unique != prefix + name {
            testCase["name"] = String(unique.unicodeScalars.dropFirst(prefix.unicodeScalars.count))
        }
    }

    /// `skipped` is added only where it says something: the schema of Jenkins has none on the root.
    private static func setCounts(_ counts: JUnitCounts, of element: inout XMLElement) {
        for attribute in counts.attributes
        where attribute.name != "skipped" || element["skipped"] != nil
            || counts.skipped > 0 && element.name == "testsuite"
        {
            element[attribute.name] = attribute.value
        }
    }

    /// Strict reports have a bare root, and so has what they are merged into.
    private static func mergedRoot(_ documents: [JUnitDocument], _ suites: [XMLElement]) -> XMLElement {
        let roots = documents.compactMap(\.root)
        var root = XMLElement(name: "testsuites", attributes: roots.first { !$0.attributes.isEmpty }?.attributes ?? [])
        root.children = roots.flatMap { $0.elements.map { .element($0) } }
        let isBare = !roots.isEmpty && roots.count == documents.count && roots.allSatisfy(\.attributes.isEmpty)
        if isBare { return root }
        var counts = JUnitCounts()
        for suite in suites { counts.add(JUnitCounts(suite)) }
        setCounts(counts, of: &root)
        let times = documents.map { $0.root?["time"] ?? ($0.root == nil ? $0.suites.first?["time"] : nil) }
        let known = times.compactMap { $0 }.compactMap(seconds)
        if !known.isEmpty { root["time"] = Numbers.decimal(known.reduce(0, +), digits: 3) }
        return root
    }

    /// Surefire groups thousands: `1,234.5`.
    private static func seconds(_ text: String) -> Double? { Double(text.filter { $0 != "," && !$0.isWhitespace }) }
}
