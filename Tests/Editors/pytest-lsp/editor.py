"""An editor as the tests need one: pytest-lsp's client, with files on a disk, open documents and what it is told."""

import asyncio
import os

from lsprotocol import converters, types
from pytest_lsp import LanguageClient, make_test_lsp_client

LIMIT = 60
SLEEP = "import Foundation\n\nfunc load() async throws {\n    sleep(1)\n}\n"
CLEAN = "func load() async throws {}\n"


def capabilities(pulls=False, **parts) -> types.ClientCapabilities:
    """Those of an editor that can do everything, in the form of the protocol; `parts` replace whole branches."""
    diagnostic = {
        "relatedInformation": True,
        "codeDescriptionSupport": True,
        "dataSupport": True,
        "tagSupport": {"valueSet": [1, 2]},
    }
    document = {
        "codeAction": {
            "isPreferredSupport": True,
            "disabledSupport": True,
            "codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix", "source"]}},
        },
        "hover": {"contentFormat": ["markdown"]},
        "codeLens": {},
        "inlayHint": {},
        "callHierarchy": {},
    }
    document["diagnostic" if pulls else "publishDiagnostics"] = diagnostic | ({} if pulls else {"versionSupport": True})
    everything = {
        "general": {"positionEncodings": ["utf-8"]},
        "textDocument": document,
        "window": {"workDoneProgress": True, "showDocument": {"support": True}},
        "workspace": {
            "applyEdit": True,
            "configuration": True,
            "workspaceFolders": True,
            "diagnostics": {"refreshSupport": True},
            "didChangeConfiguration": {"dynamicRegistration": True},
            "didChangeWatchedFiles": {"dynamicRegistration": True},
            "workspaceEdit": {
                "documentChanges": True,
                "resourceOperations": ["create"],
                "changeAnnotationSupport": {},
            },
        },
    }
    for name, part in parts.items():
        everything[name] = everything[name] | part if isinstance(part, dict) else part
    return converters.get_converter().structure(everything, types.ClientCapabilities)


def make_client() -> LanguageClient:
    client = make_test_lsp_client()
    client.registrations = []
    client.applied = []
    client.parts = {}

    @client.feature(types.CLIENT_REGISTER_CAPABILITY)
    def register(parameters: types.RegistrationParams):
        client.registrations += parameters.registrations

    @client.feature(types.WORKSPACE_APPLY_EDIT)
    def apply(parameters: types.ApplyWorkspaceEditParams):
        client.applied.append(parameters)
        return types.ApplyWorkspaceEditResult(applied=True)

    progress = client.protocol.fm.features[types.PROGRESS]
    del client.protocol.fm.features[types.PROGRESS]

    @client.feature(types.PROGRESS)
    def report(parameters: types.ProgressParams):
        # Partial results come the same way as progress.
        if parameters.token in client.parts:
            client.parts[parameters.token].append(parameters.value)
        else:
            progress(parameters)

    return client


class Editor:
    def __init__(self, client: LanguageClient, root):
        self.client = client
        self.root = root
        self.texts: dict[str, str] = {}
        self.versions: dict[str, int] = {}

    def uri(self, name: str) -> str:
        return (self.root / name).as_uri()

    def document(self, name: str) -> types.TextDocumentIdentifier:
        return types.TextDocumentIdentifier(uri=self.uri(name))

    def write(self, name: str, text: str) -> None:
        (self.root / name).parent.mkdir(parents=True, exist_ok=True)
        (self.root / name).write_text(text)

    # Documents

    def open(self, name: str, text: str | None = None, version: int = 1) -> None:
        text = (self.root / name).read_text() if text is None else text
        self.texts[name], self.versions[name] = text, version
        item = types.TextDocumentItem(uri=self.uri(name), language_id="swift", version=version, text=text)
        self.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))

    def replace(self, name: str, text: str) -> None:
        self.versions[name] += 1
        self.texts[name] = text
        self.client.text_document_did_change(
            types.DidChangeTextDocumentParams(
                text_document=types.VersionedTextDocumentIdentifier(uri=self.uri(name), version=self.versions[name]),
                content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
            )
        )

    def apply(self, edit: types.WorkspaceEdit) -> None:
        """Makes the changes of open documents, as an editor does."""
        changes = dict(edit.changes or {})
        for change in edit.document_changes or []:
            changes[change.text_document.uri] = change.edits
        for name in list(self.texts):
            if self.uri(name) in changes:
                self.replace(name, changed(self.texts[name], changes[self.uri(name)]))

    # Answers

    async def pull(self, name: str, previous: str | None = None):
        parameters = types.DocumentDiagnosticParams(text_document=self.document(name), previous_result_id=previous)
        return await limited(self.client.text_document_diagnostic_async(parameters))

    async def pushed(self, name: str, condition=bool):
        """What was pushed last for a file, once that fulfils the condition."""

        async def settled():
            while not condition(self.client.diagnostics.get(self.uri(name), [])):
                await self.client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
            return self.client.diagnostics.get(self.uri(name), [])

        return await limited(settled())

    async def actions(self, name: str, line: int, only=None, diagnostics=()):
        place = types.Position(line=line, character=6)
        return await limited(
            self.client.text_document_code_action_async(
                types.CodeActionParams(
                    text_document=self.document(name),
                    range=types.Range(start=place, end=place),
                    context=types.CodeActionContext(diagnostics=list(diagnostics), only=only),
                )
            )
        )

    async def command(self, name: str, *arguments, token=None):
        return await limited(
            self.client.workspace_execute_command_async(
                types.ExecuteCommandParams(command=name, arguments=list(arguments), work_done_token=token)
            )
        )

    async def told(self, condition):
        """Waits for something that the client keeps: a message, a registration, progress."""

        async def settled():
            while not condition():
                await asyncio.sleep(0.02)

        await limited(settled())


async def limited(waiting):
    return await asyncio.wait_for(waiting, LIMIT)


def changed(text: str, edits) -> str:
    """A text with edits that all refer to it; columns count bytes."""
    lines = [line.encode() for line in text.split("\n")]
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        start, end = edit.range.start, edit.range.end
        before = lines[start.line][: start.character]
        after = lines[end.line][end.character :] if end.line < len(lines) else b""
        lines[start.line : end.line + 1] = (before + edit.new_text.encode() + after).split(b"\n")
    return b"\n".join(lines).decode()
