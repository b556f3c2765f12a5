"""The real program over standard input and output, as a client that validates every message sees it."""

import asyncio
import os
import sys

import pytest
import pytest_lsp
from lsprotocol import types
from pytest_lsp import ClientServerConfig, LanguageClient

TEXT = "import Foundation\n\nfunc load() async throws {\n    sleep(1)\n}\n"
LIMIT = 60

sys.dont_write_bytecode = True


def capabilities(pulls: bool) -> types.ClientCapabilities:
    return types.ClientCapabilities(
        general=types.GeneralClientCapabilities(position_encodings=[types.PositionEncodingKind.Utf8]),
        text_document=types.TextDocumentClientCapabilities(
            diagnostic=types.DiagnosticClientCapabilities() if pulls else None,
            publish_diagnostics=None if pulls else types.PublishDiagnosticsClientCapabilities(version_support=True),
        ),
    )


@pytest_lsp.fixture(
    params=[False, True],
    ids=["push", "pull"],
    config=ClientServerConfig(server_command=[os.environ["UNBLOCK"], "lsp", "--stdio"]),
)
async def client(lsp_client: LanguageClient, request, tmp_path):
    lsp_client.pulls = request.param
    lsp_client.uri = (tmp_path / "A.swift").as_uri()
    (tmp_path / "A.swift").write_text(TEXT)
    folder = types.WorkspaceFolder(uri=tmp_path.as_uri(), name="sample")
    lsp_client.answer = await lsp_client.initialize_session(
        types.InitializeParams(
            capabilities=capabilities(request.param), workspace_folders=[folder], process_id=os.getpid()
        )
    )
    yield
    await lsp_client.shutdown_session()


def open_document(client) -> None:
    document = types.TextDocumentItem(uri=client.uri, language_id="swift", version=1, text=TEXT)
    client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=document))


def replace(client, text: str, version: int) -> None:
    client.text_document_did_change(
        types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=client.uri, version=version),
            content_changes=[types.TextDocumentContentChangeWholeDocument(text=text)],
        )
    )


async def diagnostics(client, empty: bool = False):
    """What the client shows, however it learns of it, once it is (not) empty."""

    async def settled():
        while True:
            if client.pulls:
                report = await client.text_document_diagnostic_async(
                    types.DocumentDiagnosticParams(text_document=types.TextDocumentIdentifier(uri=client.uri))
                )
                found = report.items
            else:
                await client.wait_for_notification(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
                found = client.diagnostics.get(client.uri, [])
            if (len(found) == 0) == empty:
                return found

    return await asyncio.wait_for(settled(), LIMIT)


def place() -> types.Range:
    return types.Range(start=types.Position(line=3, character=6), end=types.Position(line=3, character=6))


async def actions(client):
    return await client.text_document_code_action_async(
        types.CodeActionParams(
            text_document=types.TextDocumentIdentifier(uri=client.uri),
            range=place(),
            context=types.CodeActionContext(diagnostics=[]),
        )
    )


@pytest.mark.asyncio
async def test_exactly_one_way_of_diagnostics(client):
    assert (client.answer.capabilities.diagnostic_provider is not None) == client.pulls
    assert client.answer.capabilities.position_encoding == "utf-8"


@pytest.mark.asyncio
async def test_a_finding_stands_at_its_call(client):
    open_document(client)
    (found,) = await diagnostics(client)
    assert (found.code, found.source, found.range.start.line) == ("sleep-in-async", "unblock", 3)


@pytest.mark.asyncio
async def test_the_fix_removes_the_finding(client):
    open_document(client)
    await diagnostics(client)
    fix = next(action for action in await actions(client) if action.kind == "quickfix")
    (edits,) = fix.edit.changes.values()
    lines = TEXT.split("\n")
    for edit in sorted(edits, key=lambda edit: (edit.range.start.line, edit.range.start.character), reverse=True):
        start, end = edit.range.start, edit.range.end
        before, after = lines[start.line][: start.character], lines[end.line][end.character :]
        lines[start.line : end.line + 1] = (before + edit.new_text + after).split("\n")
    replace(client, "\n".join(lines), 2)
    assert len(await diagnostics(client, empty=True)) == 0


@pytest.mark.asyncio
async def test_hover_and_lens_and_commands(client):
    open_document(client)
    (found,) = await diagnostics(client)
    document = types.TextDocumentIdentifier(uri=client.uri)
    hover = await client.text_document_hover_async(
        types.HoverParams(text_document=document, position=found.range.start)
    )
    assert "sleep" in hover.contents.value
    lenses = await client.text_document_code_lens_async(types.CodeLensParams(text_document=document))
    assert [lens.range.start.line for lens in lenses] == [2]
    page = await client.workspace_execute_command_async(
        types.ExecuteCommandParams(command="unblock.explain", arguments=["sleep-in-async"])
    )
    assert page.startswith("# ")
