"""One language server as a child process, and what an editor says to it: opens, edits, asks for diagnostics."""
import json
import os
import queue
import subprocess
import threading
import time


class Server:
    """Every wait ends after `patience` seconds with an error, so that a server that hangs is named."""

    def __init__(self, command, root, patience=600):
        self.root = root
        self.patience = patience
        self.started = time.perf_counter()
        self.process = subprocess.Popen(
            command, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        self.messages = queue.Queue()
        self.last = 0
        self.refreshes = 0
        threading.Thread(target=self._read, daemon=True).start()

    def _read(self):
        stream = self.process.stdout
        while True:
            length = None
            while (line := stream.readline().strip()):
                name, _, value = line.partition(b":")
                if name.lower() == b"content-length":
                    length = int(value)
            if length is None:
                self.messages.put(None)
                return
            body = stream.read(length)
            # The moment counts at which the last byte was there.
            self.messages.put((time.perf_counter(), body))

    def _send(self, message):
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self.process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self.process.stdin.flush()

    def notify(self, method, params):
        self._send({"method": method, "params": params})

    def request(self, method, params):
        """The result, and when it had come."""
        self.last += 1
        identifier = self.last
        self._send({"id": identifier, "method": method, "params": params})
        while True:
            entry = self.messages.get(timeout=self.patience)
            if entry is None:
                raise RuntimeError(f"the server ended during '{method}'")
            when, body = entry
            message = json.loads(body)
            if "method" in message:
                if message["method"] == "workspace/diagnostic/refresh":
                    self.refreshes += 1
                if "id" in message:
                    configuration = message["method"] == "workspace/configuration"
                    answer = [None] * len(message["params"]["items"]) if configuration else None
                    self._send({"id": message["id"], "result": answer})
            elif message.get("id") == identifier:
                if "error" in message:
                    raise RuntimeError(f"{method}: {message['error']}")
                return message["result"], when

    def initialize(self):
        capabilities = {
            "textDocument": {
                "diagnostic": {"dynamicRegistration": True, "relatedDocumentSupport": False},
                "synchronization": {},
            },
            "workspace": {"configuration": True, "diagnostics": {"refreshSupport": True}},
        }
        folder = {"uri": "file://" + self.root, "name": "workspace"}
        self.request(
            "initialize",
            {"processId": os.getpid(), "rootUri": folder["uri"], "workspaceFolders": [folder],
             "capabilities": capabilities, "initializationOptions": {"compilerFindings": "show"}})
        self.notify("initialized", {})

    def diagnostics(self, path):
        result, when = self.request("textDocument/diagnostic", {"textDocument": {"uri": "file://" + path}})
        return result.get("items", []), when

    def stop(self):
        try:
            self.request("shutdown", None)
            self.notify("exit", None)
            self.process.wait(10)
        except Exception:
            self.process.kill()
            self.process.wait()

    def cpu(self):
        """Seconds of CPU that the server and its children have taken."""
        total = 0
        for process in [self.process.pid] + _children(self.process.pid):
            try:
                with open(f"/proc/{process}/stat") as stat:
                    fields = stat.read().rpartition(")")[2].split()
            except OSError:
                continue
            total += int(fields[11]) + int(fields[12])
        return total / os.sysconf("SC_CLK_TCK")

    def memory(self):
        """Bytes in RAM, now and at most, of the server and its children."""
        now = peak = 0
        for process in [self.process.pid] + _children(self.process.pid):
            try:
                with open(f"/proc/{process}/status") as status:
                    fields = dict(line.split(":", 1) for line in status)
                now += int(fields["VmRSS"].split()[0]) * 1024
                peak += int(fields["VmHWM"].split()[0]) * 1024
            except (OSError, KeyError):
                continue
        return now, peak


def _children(parent):
    found = []
    for name in os.listdir("/proc"):
        if not name.isdigit():
            continue
        try:
            with open(f"/proc/{name}/stat") as stat:
                fields = stat.read().rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            found.append(int(name))
            found += _children(int(name))
    return found


class Document:
    """An open file whose edits are sent as an editor sends them: one small change after another."""

    def __init__(self, server, path):
        self.server = server
        self.path = path
        with open(path) as file:
            self.text = file.read()
        self.version = 1
        server.notify(
            "textDocument/didOpen",
            {"textDocument": {"uri": "file://" + path, "languageId": "swift", "version": 1, "text": self.text}})

    def edit(self, offset, removed, inserted):
        """Replaces so many characters; returns how long the diagnostics of the new text took, and their number."""
        start, end = self._position(offset), self._position(offset + removed)
        self.text = self.text[:offset] + inserted + self.text[offset + removed:]
        self.version += 1
        began = time.perf_counter()
        self.server.notify(
            "textDocument/didChange",
            {"textDocument": {"uri": "file://" + self.path, "version": self.version},
             "contentChanges": [{"range": {"start": start, "end": end}, "text": inserted}]})
        items, when = self.server.diagnostics(self.path)
        return when - began, len(items)

    def _position(self, offset):
        line = self.text.count("\n", 0, offset)
        return {"line": line, "character": offset - (self.text.rfind("\n", 0, offset) + 1)}
