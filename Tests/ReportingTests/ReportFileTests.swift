import Foundation
import SourceModel
import Testing

@testable import Reporting

struct ReportFileTests {
    /// A folder of its own for each test.
    private func inFolder(_ body: (URL) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: "unblock-report-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        try body(folder)
    }

    private func write(_ text: String, to path: String) throws {
        try ReportFile.replace(path) { sink throws(ReportError) in
            let output = BufferedOutput(sink)
            output.write(text)
            try output.finish()
        }
    }

    private func entries(_ folder: URL) throws -> [String] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }

    @Test func aReportReplacesTheOldOneAndKeepsItsMode() throws {
        try inFolder { folder in
            let file = folder.appending(path: "r.xml")
            try Data("old".utf8).write(to: file)
            try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: file.path)
            try write("new", to: file.path)
            #expect(try String(contentsOf: file, encoding: .utf8) == "new")
            #expect(try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? Int == 0o640)
            #expect(try entries(folder) == ["r.xml"])
        }
    }

    @Test func linksStayLinks() throws {
        try inFolder { folder in
            let link = folder.appending(path: "link.xml")
            // To a file that does not exist yet, through a second link.
            try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "second")
            try FileManager.default.createSymbolicLink(
                atPath: folder.appending(path: "second").path, withDestinationPath: "real.xml")
            for text in ["one", "two"] {
                try write(text, to: link.path)
                #expect(try String(contentsOf: folder.appending(path: "real.xml"), encoding: .utf8) == text)
                #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "second")
            }
            #expect(try entries(folder) == ["link.xml", "real.xml", "second"])
        }
    }

    @Test func aFailedReportLeavesTheOldOne() throws {
        try inFolder { folder in
            let file = folder.appending(path: "r.xml")
            try write("old", to: file.path)
            #expect(throws: ReportError("no", advice: "yes")) {
                try ReportFile.replace(file.path) { _ throws(ReportError) in throw ReportError("no", advice: "yes") }
            }
            #expect(try String(contentsOf: file, encoding: .utf8) == "old")
            #expect(try entries(folder) == ["r.xml"])
        }
    }

    @Test func errorsSayWhatToDo() throws {
        try inFolder { folder in
            let missing = #expect(throws: ReportError.self) { try write("x", to: folder.path + "/none/r.xml") }
            #expect(missing?.description.contains("create the folder first") == true)
            let isFolder = #expect(throws: ReportError.self) { try write("x", to: folder.path) }
            #expect(isFolder?.description.contains("give the path of a file") == true)
            let unread = #expect(throws: ReportError.self) { try ReportInput.read(folder.path + "/none.xml") }
            #expect(unread?.description.contains("cannot read") == true)
            try write("12345", to: folder.path + "/large.xml")
            #expect(throws: ReportError.self) { try ReportInput.read(folder.path + "/large.xml", limit: 4) }
            #expect(try ReportInput.read(folder.path + "/large.xml", limit: 5).count == 5)
        }
    }

    #if os(Linux)
        @Test(arguments: ReportFormat.allCases)
        func aFullDiskIsToldByEveryFormat(format: ReportFormat) throws {
            let error = #expect(throws: ReportError.self) {
                try ReportFile.replace("/dev/full") { sink throws(ReportError) in
                    try format.writer(SampleReports.options).write(SampleReports.sample, to: sink)
                }
            }
            #expect(error?.description.contains("free some space") == true)
        }
    #endif

    @Test func devicesAreWrittenToDirectly() throws { try write("x", to: "/dev/null") }
}
