"""What explains a finding: hover, lenses, hints, the call hierarchy, and the commands."""

import pytest
from lsprotocol import types
from pygls.exceptions import JsonRpcException

from editor import SLEEP, capabilities, limited

PATH = """import Foundation

func load() async {
    read()
}

func read() {
    open()
}

func open() {
    sleep(1)
}
"""


async def hover(editor, name, line, character):
    parameters = types.HoverParams(editor.document(name), types.Position(line, character))
    return await limited(editor.client.text_document_hover_async(parameters))


async def lenses(editor, name):
    return await limited(editor.client.text_document_code_lens_async(types.CodeLensParams(editor.document(name))))


async def prepared(editor, name, line, character):
    parameters = types.CallHierarchyPrepareParams(editor.document(name), types.Position(line, character))
    return await limited(editor.client.text_document_prepare_call_hierarchy_async(parameters))


async def incoming(editor, item):
    parameters = types.CallHierarchyIncomingCallsParams(item)
    return await limited(editor.client.call_hierarchy_incoming_calls_async(parameters))


async def outgoing(editor, item):
    parameters = types.CallHierarchyOutgoingCallsParams(item)
    return await limited(editor.client.call_hierarchy_outgoing_calls_async(parameters))


async def test_hover_tells_reason_path_and_timelines(start):
    editor = await start({"A.swift": PATH})
    editor.open("A.swift")
    answer = await hover(editor, "A.swift", 3, 5)
    text = answer.contents.value
    assert answer.contents.kind == types.MarkupKind.Markdown
    assert answer.range.start == types.Position(3, 4)
    for part in ["(`sleep-in-async`)", "`read()` calls `open()` here", "`open()` calls `sleep(_:)` here", "Simulated: confirmed"]:
        assert part in text, text
    assert "\nbefore" in text and "\nafter" in text and "pool thread 0" in text
    assert "Fix: " in text
    assert await hover(editor, "A.swift", 0, 3) is None


async def test_hover_is_plain_where_the_editor_reads_no_markdown(start):
    editor = await start({"A.swift": SLEEP}, textDocument={"publishDiagnostics": {}, "hover": {"contentFormat": ["plaintext"]}})
    editor.open("A.swift")
    answer = await hover(editor, "A.swift", 3, 5)
    assert answer.contents.kind == types.MarkupKind.PlainText
    assert "**" not in answer.contents.value and "`" not in answer.contents.value


async def test_a_lens_stands_above_the_function_and_runs_the_simulation(start):
    editor = await start({"A.swift": SLEEP})
    editor.open("A.swift")
    (lens,) = await lenses(editor, "A.swift")
    assert lens.range.start.line == 2
    assert lens.command.title.startswith("stalls ") and lens.command.title.endswith(" · simulate")
    report = await editor.command(lens.command.command, *lens.command.arguments)
    assert "simulated: confirmed" in report
    await editor.told(lambda: editor.client.shown_documents)
    (shown,) = editor.client.shown_documents
    assert shown.external and shown.uri.startswith("file://")
    page = open(shown.uri.removeprefix("file://")).read()
    assert "<svg" in page and "sleep-in-async" in page


async def test_without_documents_the_runs_are_a_message(start):
    editor = await start({"A.swift": SLEEP}, window={"showDocument": None})
    editor.open("A.swift")
    await editor.command("unblock.simulate", editor.uri("A.swift"), 4)
    assert "simulated: confirmed" in editor.client.log_messages[-1].message


async def test_without_simulation_there_are_no_lenses(start):
    editor = await start({"A.swift": SLEEP}, settings={"simulate": False})
    editor.open("A.swift")
    await editor.pushed("A.swift")
    assert not await lenses(editor, "A.swift")


async def test_hints_are_there_for_those_who_want_them(start):
    everything = types.Range(types.Position(0, 0), types.Position(20, 0))
    parameters = lambda editor: types.InlayHintParams(editor.document("A.swift"), everything)
    editor = await start({"A.swift": PATH})
    editor.open("A.swift")
    assert not await limited(editor.client.text_document_inlay_hint_async(parameters(editor)))
    editor = await start({"A.swift": PATH}, options={"inlayHints": True}, workspace={"configuration": False})
    editor.open("A.swift")
    hints = await limited(editor.client.text_document_inlay_hint_async(parameters(editor)))
    assert [(hint.position.line, hint.label) for hint in hints] == [(6, "blocks: sleep(_:)"), (10, "blocks: sleep(_:)")]


async def test_the_call_hierarchy_follows_blocking_calls_both_ways(start):
    editor = await start({"A.swift": PATH, "B.swift": "func other() async { read() }\nfunc harmless() {}\n"})
    editor.open("A.swift")
    (item,) = await prepared(editor, "A.swift", 6, 6)
    assert item.name == "read()"
    callers = await incoming(editor, item)
    assert sorted((call.from_.name, call.from_.uri) for call in callers) == [
        ("load()", editor.uri("A.swift")),
        ("other()", editor.uri("B.swift")),
    ]
    (callee,) = await outgoing(editor, item)
    assert (callee.to.name, callee.from_ranges[0].start) == ("open()", types.Position(7, 4))
    (end,) = await outgoing(editor, callee.to)
    assert (end.to.name, end.to.detail) == ("sleep(_:)", "blocks its thread")
    assert not await outgoing(editor, end.to)
    assert await prepared(editor, "B.swift", 1, 6) is None


async def test_every_command_is_announced_and_answers(start):
    editor = await start({"A.swift": PATH})
    editor.open("A.swift")
    await editor.pushed("A.swift")
    commands = editor.answer.capabilities.execute_command_provider.commands
    assert sorted(commands) == [
        "unblock.explain",
        "unblock.fixWorkspace",
        "unblock.restart",
        "unblock.showCallGraph",
        "unblock.simulate",
    ]
    assert (await editor.command("unblock.explain", "sleep-in-async")).startswith("# ")
    graph = await editor.command("unblock.showCallGraph", editor.uri("A.swift"), 3)
    assert graph.split("\n")[0].startswith("load()") and "sleep(_:)" in graph
    assert "confirmed" in await editor.command("unblock.simulate", editor.uri("A.swift"), 4)
    editor.write("B.swift", SLEEP)
    assert await editor.command("unblock.restart") is None
    assert len(await editor.pushed("B.swift")) == 1


@pytest.mark.parametrize(
    "command, arguments",
    [("unblock.nothing", []), ("unblock.explain", ["nothing"]), ("unblock.simulate", []), ("unblock.showCallGraph", [])],
)
async def test_a_command_that_cannot_be_carried_out_says_why(start, command, arguments):
    editor = await start({"A.swift": SLEEP})
    with pytest.raises(JsonRpcException) as problem:
        await editor.command(command, *arguments)
    assert problem.value.code in (-32602, -32803) and problem.value.message
