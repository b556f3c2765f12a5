"""The files that are edited: ordinary Swift of a given number of lines, a blocking call in every hundred."""
import os
import re
import shutil

UNIT = """\
/// Keeps what was read last for part NUMBER.
actor StoreNUMBER {
    private var values: [Int] = []
    private var names: [String: Int] = [:]
    let root: URL

    init(root: URL) { self.root = root }

    func total() -> Int {
        let weights = values.map { value in value * NUMBER + 1 }
        return weights.reduce(0, +)
    }

    func insert(_ value: Int, named name: String) {
        names[name] = values.count
        values.append(value)
    }

    func load(_ name: String) async throws -> Int {
        guard let index = names[name] else { throw FailureNUMBER.missing(name) }
        try await Task.sleep(for: .milliseconds(values[index]))
BLOCKING        return values[index]
    }
}

enum FailureNUMBER: Error { case missing(String) }

"""
BLOCKING = "        Thread.sleep(forTimeInterval: 0.5)\n"
MANIFEST = """\
// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "Bench", platforms: [.macOS(.v15)], targets: [.target(name: "Bench")], swiftLanguageModes: [.v5])
"""


def swift_file(lines):
    text = "import Foundation\n\n"
    number = 0
    while text.count("\n") < lines:
        unit = UNIT.replace("BLOCKING", BLOCKING if number % 4 == 0 else "").replace("NUMBER", str(number))
        text += unit
        number += 1
    return text


def make_package(directory, lines, beside=()):
    """A package with the measured file and, in the same workspace, copies of other folders; returns the file's path."""
    sources = os.path.join(directory, "Sources", "Bench")
    os.makedirs(sources)
    with open(os.path.join(directory, "Package.swift"), "w") as file:
        file.write(MANIFEST)
    path = os.path.join(sources, "Measured.swift")
    with open(path, "w") as file:
        file.write(swift_file(lines))
    for number, other in enumerate(beside):
        copy_sources(other, os.path.join(directory, f"Beside{number}"))
    return path


def copy_sources(source, target):
    for folder, folders, files in os.walk(source):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if re.search(r"\.swift$", name):
                place = os.path.join(target, os.path.relpath(folder, source))
                os.makedirs(place, exist_ok=True)
                shutil.copyfile(os.path.join(folder, name), os.path.join(place, name))


def counted(directory):
    """Files and lines of Swift below a folder."""
    files = lines = 0
    for folder, _, names in os.walk(directory):
        for name in names:
            if name.endswith(".swift"):
                files += 1
                with open(os.path.join(folder, name), "rb") as file:
                    lines += file.read().count(b"\n")
    return files, lines
