"""Findings: pushed or pulled, of one document or of the workspace, of open files and of others."""

import asyncio

import pytest
import pytest_lsp
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from editor import CLEAN, SLEEP, capabilities, limited

HELPER = "import Foundation\n\nfunc pause() { sleep(1) }\n"
CALLER = "func run() async { pause() }\n"
REAL_EDITORS = ["visual_studio_code", "neovim@v0.7.0", "neovim@v0.10.0", "neovim@v0.11.0", "emacs"]


def of(items):
    return [(item.code, item.range.start.line) for item in items]


async def workspace(editor, previous=(), token=None):
    return await editor.client.workspace_diagnostic_async(
        types.WorkspaceDiagnosticParams(
            previous_result_ids=[types.PreviousResultId(uri=uri, value=value) for uri, value in previous],
            partial_result_token=token,
        )
    )


@pytest.mark.parametrize("pulls", [False, True], ids=["push", "pull"])
async def test_findings_come_in_exactly_one_way(start, pulls):
    editor = await start({"A.swift": SLEEP}, pulls=pulls)
    assert (editor.answer.capabilities.diagnostic_provider is not None) == pulls
    editor.open("A.swift")
    if pulls:
        assert of((await editor.pull("A.swift")).items) == [("sleep-in-async", 3)]
        assert editor.client.diagnostics == {}
    else:
        assert of(await editor.pushed("A.swift")) == [("sleep-in-async", 3)]
        editor.replace("A.swift", CLEAN)
        assert not await editor.pushed("A.swift", lambda found: not found)


@pytest.mark.parametrize("name", REAL_EDITORS)
async def test_what_real_editors_announce_is_enough(start, name):
    """From the first finding to the fixed text, with the capabilities that pytest-lsp has recorded."""
    announced = pytest_lsp.client_capabilities(name)
    editor = await start({"A.swift": SLEEP}, announced)
    editor.open("A.swift")
    pulls = editor.answer.capabilities.diagnostic_provider is not None
    found = (await editor.pull("A.swift")).items if pulls else await editor.pushed("A.swift")
    assert of(found) == [("sleep-in-async", 3)]
    fix = next(action for action in await editor.actions("A.swift", 3, diagnostics=found) if action.kind == "quickfix")
    editor.apply(fix.edit)
    assert "    try await Task.sleep(for: .seconds(1))\n" in editor.texts["A.swift"]
    if pulls:
        assert not (await editor.pull("A.swift")).items
    else:
        assert not await editor.pushed("A.swift", lambda found: not found)


async def test_a_finding_tells_all_that_the_editor_shows(start):
    editor = await start({"Helper.swift": HELPER, "Caller.swift": CALLER}, pulls=True)
    (found,) = (await editor.pull("Caller.swift")).items
    assert (found.source, found.code, found.severity) == ("unblock", "sleep-in-async", types.DiagnosticSeverity.Error)
    assert found.range == types.Range(types.Position(0, 19), types.Position(0, 26))
    # The first line says what is wrong, the second what to do.
    assert len(found.message.split("\n")) == 2
    assert [step.location.uri for step in found.related_information] == [
        editor.uri("Caller.swift"),
        editor.uri("Helper.swift"),
    ]
    assert found.data["fingerprint"]


async def test_a_comment_that_allows_nothing_is_marked_as_unnecessary(start):
    text = "func load() async {}  // unblock:allow sleep-in-async - once\n"
    editor = await start({"A.swift": text}, pulls=True)
    editor.open("A.swift")
    (found,) = (await editor.pull("A.swift")).items
    assert (found.code, list(found.tags)) == ("stale-allow", [types.DiagnosticTag.Unnecessary])
    (action,) = await editor.actions("A.swift", 0, only=["quickfix"])
    editor.apply(action.edit)
    assert editor.texts["A.swift"] == "func load() async {}\n"
    assert not (await editor.pull("A.swift")).items


async def test_files_that_are_not_open_have_findings_too(start):
    editor = await start({"A.swift": SLEEP, "Deep/B.swift": SLEEP})
    assert of(await editor.pushed("A.swift")) == of(await editor.pushed("Deep/B.swift")) == [("sleep-in-async", 3)]


async def test_an_unsaved_edit_shows_in_other_files(start):
    editor = await start({"Helper.swift": HELPER, "Caller.swift": CALLER})
    assert of(await editor.pushed("Caller.swift")) == [("sleep-in-async", 0)]
    editor.open("Helper.swift", "func pause() {}\n")
    assert not await editor.pushed("Caller.swift", lambda found: not found)


async def test_the_client_is_asked_to_pull_again(start):
    editor = await start({"Helper.swift": HELPER, "Caller.swift": CALLER}, pulls=True)
    editor.open("Helper.swift")
    editor.open("Caller.swift")
    assert len((await editor.pull("Caller.swift")).items) == 1
    editor.replace("Helper.swift", "func pause() {}\n")
    await editor.told(lambda: editor.client.diagnostic_refresh_count > 0)
    assert not (await editor.pull("Caller.swift")).items


async def test_what_is_unchanged_is_said_in_one_word(start):
    editor = await start({"A.swift": SLEEP}, pulls=True)
    editor.open("A.swift")
    first = await editor.pull("A.swift")
    again = await editor.pull("A.swift", first.result_id)
    assert (again.kind, again.result_id) == ("unchanged", first.result_id)
    editor.replace("A.swift", CLEAN)
    assert (await editor.pull("A.swift", first.result_id)).kind == "full"


async def test_the_workspace_request_is_held_until_there_is_news(start):
    editor = await start({"A.swift": SLEEP, "B.swift": CLEAN}, pulls=True)
    (item,) = (await limited(workspace(editor))).items
    assert (item.uri, item.version, of(item.items)) == (editor.uri("A.swift"), None, [("sleep-in-async", 3)])
    held = asyncio.create_task(workspace(editor, [(item.uri, item.result_id)]))
    # Another request is answered meanwhile, and after it this one still waits.
    assert not (await editor.pull("B.swift")).items
    assert not held.done()
    editor.open("B.swift", SLEEP, version=7)
    items = (await limited(held)).items
    assert [(item.uri, item.kind) for item in items] == [
        (editor.uri("A.swift"), "unchanged"),
        (editor.uri("B.swift"), "full"),
    ]
    assert items[1].version == 7


async def test_a_held_request_is_cancelled_at_once(start):
    editor = await start({}, pulls=True)
    assert not (await limited(workspace(editor))).items
    parameters = types.WorkspaceDiagnosticParams(previous_result_ids=[])
    request = editor.client.protocol.send_request_async(types.WORKSPACE_DIAGNOSTIC, parameters, msg_id="held")
    held = asyncio.create_task(request)
    await editor.pull("A.swift")
    editor.client.cancel_request(types.CancelParams(id="held"))
    with pytest.raises(JsonRpcException) as problem:
        await limited(held)
    assert problem.value.code == -32800


async def test_parts_come_folder_by_folder_and_the_answer_is_empty(start):
    files = {"one/A.swift": SLEEP, "two/B.swift": SLEEP, "three/C.swift": CLEAN}
    editor = await start(files, pulls=True, folders=["one", "two", "three"])
    parts = editor.client.parts["parts"] = []
    assert not (await limited(workspace(editor, token="parts"))).items
    uris = [[item["uri"] if isinstance(item, dict) else item.uri for item in items(part)] for part in parts]
    assert uris == [[editor.uri("one/A.swift")], [editor.uri("two/B.swift")]]


def items(part):
    return part["items"] if isinstance(part, dict) else part.items


async def test_a_folder_that_cannot_be_analysed_keeps_no_other_from_it(start):
    files = {"one/A.swift": SLEEP, "two/.unblock.yml": "nonsense: [\n", "two/B.swift": SLEEP}
    editor = await start(files, pulls=True, folders=["two", "one"])
    (item,) = (await limited(workspace(editor))).items
    assert item.uri == editor.uri("one/A.swift")
    await editor.told(lambda: editor.client.messages)
    assert "two" in editor.client.messages[0].message or ".unblock.yml" in editor.client.messages[0].message


async def test_what_the_compiler_says_is_not_said_twice(start):
    text = "import Foundation\n\nfunc load() async {\n    Thread.sleep(forTimeInterval: 1)\n}\n"
    editor = await start({"A.swift": text}, pulls=True)
    editor.open("A.swift")
    assert not (await editor.pull("A.swift")).items
    fix, *_ = await editor.actions("A.swift", 3, only=["quickfix"])
    editor.apply(fix.edit)
    assert "Task.sleep" in editor.texts["A.swift"]
    shown = await start({"A.swift": text}, pulls=True, options={"compilerFindings": "show"}, workspace={"configuration": False})
    assert of((await shown.pull("A.swift")).items) == [("sleep-in-async", 3)]


@pytest.mark.parametrize("encoding, column", [("utf-8", 27), ("utf-16", 25), ("utf-32", 24)])
async def test_columns_count_what_was_agreed_on(start, encoding, column):
    # 😀 has 4 bytes, 2 units of UTF-16, and is one scalar; é has 2 bytes.
    text = 'func load() async { _ = "😀é" }\nimport Foundation\nfunc run() async { _ = "😀"; sleep(1) }\n'
    editor = await start({"A.swift": text}, pulls=True, general={"positionEncodings": [encoding]})
    assert editor.answer.capabilities.position_encoding == encoding
    (found,) = (await editor.pull("A.swift")).items
    assert found.range.start == types.Position(2, column + {"utf-8": 4, "utf-16": 4, "utf-32": 4}[encoding])


async def test_a_document_that_is_no_file_has_nothing_to_say(start):
    editor = await start({}, pulls=True)
    document = types.TextDocumentIdentifier(uri="untitled:Untitled-1")
    item = types.TextDocumentItem(uri=document.uri, language_id="swift", version=1, text=SLEEP)
    editor.client.text_document_did_open(types.DidOpenTextDocumentParams(text_document=item))
    report = await limited(editor.client.text_document_diagnostic_async(types.DocumentDiagnosticParams(document)))
    assert not report.items
    assert not await limited(editor.client.text_document_code_lens_async(types.CodeLensParams(document)))
    hover = types.HoverParams(document, types.Position(3, 5))
    assert await limited(editor.client.text_document_hover_async(hover)) is None
