"""Measures how long `unblock lsp` takes from an edit to the diagnostics of the new text, beside sourcekit-lsp.

    bench.py UNBLOCK [--peer SOURCEKIT-LSP] [--beside DIR…] [--edits N] [--peer-edits N] [--format text|tsv]
"""
import argparse
import os
import sys
import tempfile
import time

from client import Document, Server
from edits import Edits, percentile
from sources import counted, make_package
from table import Table

MEGABYTE = 1 << 20
# Lines of the measured file, and the 95th percentile that the project has set itself, in milliseconds.
SIZES = [(500, None), (1_000, 6), (3_000, None), (5_000, 25), (20_000, None)]
PEER_SIZE = 3_000


def note(text):
    print(f"unblock: note: {text}", file=sys.stderr, flush=True)


class Session:
    """A server on a workspace, from its start to the last edit."""

    def __init__(self, command, directory, path, edits):
        self.server = Server(command, directory)
        try:
            self.server.initialize()
            document = Document(self.server, path)
            # A server that has not looked yet may say that there is nothing.
            while True:
                items, when = self.server.diagnostics(path)
                if items:
                    break
                time.sleep(0.05)
            self.first = (when - self.server.started) * 1000
            self.edits = Edits(document)
            before = self.server.cpu()
            self.edits.type_in_bodies(edits)
            self.cpu = (self.server.cpu() - before) * 1000 / edits
            self.edits.type_with_pauses(max(2, edits // 10))
            self.edits.change_signatures(max(2, edits // 10))
            self.edits.bring_findings(max(2, edits // 10))
            _, self.peak = self.server.memory()
        finally:
            self.server.stop()

    def figure(self, kind, share):
        return percentile(self.edits.times[kind], share)


def measure(table, name, ours, peer, goal, floor):
    table.add(f"{name}: start to first diagnostics", ours.first, "ms", peer and peer.first)
    for label, share in [("p50", 0.5), ("p95", 0.95), ("max", 1)]:
        table.add(
            f"{name}: typing in bodies, {label}", ours.figure("body", share), "ms", peer and peer.figure("body", share),
            at_most=goal if label == "p95" else None, at_least=floor if label == "p95" and peer else None)
    table.add(f"{name}: typing in bodies, CPU for each edit", ours.cpu, "ms", peer and peer.cpu)
    for kind, words in [("paused", "typing with pauses"), ("signature", "changing a signature"), ("finding", "a finding comes or goes")]:
        table.add(f"{name}: {words}, p95", ours.figure(kind, 0.95), "ms", peer and peer.figure(kind, 0.95))


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("unblock")
    parser.add_argument("--peer")
    parser.add_argument("--beside", nargs="*", default=[])
    parser.add_argument("--edits", type=int, default=500)
    parser.add_argument("--peer-edits", type=int, default=20)
    parser.add_argument("--sizes", type=int, nargs="*", default=[size for size, _ in SIZES])
    parser.add_argument("--format", choices=["text", "tsv"], default="text")
    options = parser.parse_args()
    command = [os.path.abspath(options.unblock), "lsp"]
    table = Table()
    workspace = ""
    with tempfile.TemporaryDirectory() as scratch:
        for size, goal in SIZES:
            if size not in options.sizes:
                continue
            directory = os.path.join(scratch, f"alone{size}")
            path = make_package(directory, size)
            note(f"{size} lines alone")
            ours = Session(command, directory, path, options.edits)
            peer = None
            if options.peer and size == PEER_SIZE:
                note("the same with sourcekit-lsp, which takes some minutes")
                peer = Session([options.peer], directory, path, options.peer_edits)
            measure(table, f"{size} lines alone", ours, peer, goal, 50)
            table.add(
                f"{size} lines alone: memory at most", ours.peak / MEGABYTE, "MB", peer and peer.peak / MEGABYTE)
        for size, goal in SIZES:
            if not options.beside or size not in options.sizes:
                continue
            directory = os.path.join(scratch, f"workspace{size}")
            path = make_package(directory, size, options.beside)
            workspace = "%d files, %d lines" % counted(directory)
            note(f"{size} lines in a workspace of {workspace}")
            ours = Session(command, directory, path, options.edits)
            measure(table, f"{size} lines in the workspace", ours, None, goal, None)
            table.add(f"{size} lines in the workspace: memory at most", ours.peak / MEGABYTE, "MB", at_most=150)
    print(table.text() if options.format == "text" else table.tsv())
    if options.format == "text" and workspace:
        print(f"\nThe workspace: {workspace}; {options.edits} edits each; {os.cpu_count()} cores.")


main()
