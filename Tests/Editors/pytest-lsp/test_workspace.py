"""What changes around the documents: settings, files, folders; and what is told about work."""

from lsprotocol import types

from editor import CLEAN, SLEEP

POSSIBLE = """import Foundation

func helper(_ path: String) -> Bool {
    FileManager.default.fileExists(atPath: path)
}

func middle(_ path: String) -> Bool {
    helper(path)
}

func load() async -> Bool {
    middle("x")
}
"""


def watched(editor, name, kind):
    editor.client.workspace_did_change_watched_files(
        types.DidChangeWatchedFilesParams([types.FileEvent(uri=editor.uri(name), type=kind)])
    )


async def test_settings_are_pulled_and_pulled_again(start):
    editor = await start({"A.swift": POSSIBLE}, settings={"minConfidence": "possible"})
    assert len(await editor.pushed("A.swift")) == 1
    # Who registers such changes tells only those who ask for it.
    await editor.told(lambda: any(one.method == "workspace/didChangeConfiguration" for one in editor.client.registrations))
    editor.client.set_configuration({"minConfidence": "certain"}, section="unblock")
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=None))
    assert not await editor.pushed("A.swift", lambda found: not found)


async def test_settings_are_taken_from_those_who_send_them(start):
    editor = await start({"A.swift": POSSIBLE, "B.swift": SLEEP}, workspace={"configuration": False})
    await editor.pushed("B.swift")
    assert editor.uri("A.swift") not in editor.client.diagnostics
    settings = {"unblock": {"minConfidence": "possible"}}
    editor.client.workspace_did_change_configuration(types.DidChangeConfigurationParams(settings=settings))
    assert len(await editor.pushed("A.swift")) == 1


async def test_files_are_watched(start):
    editor = await start({"A.swift": CLEAN, "B.swift": SLEEP})
    await editor.pushed("B.swift")
    await editor.told(lambda: any(one.method == "workspace/didChangeWatchedFiles" for one in editor.client.registrations))
    editor.write("C.swift", SLEEP)
    watched(editor, "C.swift", types.FileChangeType.Created)
    assert len(await editor.pushed("C.swift")) == 1
    editor.write("A.swift", SLEEP)
    watched(editor, "A.swift", types.FileChangeType.Changed)
    assert len(await editor.pushed("A.swift")) == 1
    (editor.root / "B.swift").unlink()
    watched(editor, "B.swift", types.FileChangeType.Deleted)
    assert not await editor.pushed("B.swift", lambda found: not found)
    editor.write(".unblock.yml", "rules:\n  sleep-in-async: off\n")
    watched(editor, ".unblock.yml", types.FileChangeType.Created)
    assert not await editor.pushed("A.swift", lambda found: not found)


async def test_the_open_text_counts_and_the_disk_afterwards(start):
    editor = await start({"A.swift": SLEEP})
    await editor.pushed("A.swift")
    editor.open("A.swift", CLEAN)
    assert not await editor.pushed("A.swift", lambda found: not found)
    editor.client.text_document_did_close(types.DidCloseTextDocumentParams(editor.document("A.swift")))
    assert len(await editor.pushed("A.swift")) == 1


async def test_without_watching_a_save_is_the_moment_to_look(start):
    workspace = {"didChangeWatchedFiles": {"dynamicRegistration": False}}
    editor = await start({"A.swift": SLEEP}, workspace=workspace)
    editor.open("A.swift")
    await editor.pushed("A.swift")
    editor.write("B.swift", SLEEP)
    editor.client.text_document_did_save(types.DidSaveTextDocumentParams(editor.document("A.swift")))
    assert len(await editor.pushed("B.swift")) == 1


async def test_folders_come_and_go(start):
    editor = await start({"one/A.swift": SLEEP, "two/B.swift": SLEEP}, folders=["one"])
    await editor.pushed("one/A.swift")
    assert editor.uri("two/B.swift") not in editor.client.diagnostics
    two = types.WorkspaceFolder(uri=editor.uri("two"), name="two")
    change = types.WorkspaceFoldersChangeEvent(added=[two], removed=[])
    editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(change))
    assert len(await editor.pushed("two/B.swift")) == 1
    change = types.WorkspaceFoldersChangeEvent(added=[], removed=[two])
    editor.client.workspace_did_change_workspace_folders(types.DidChangeWorkspaceFoldersParams(change))
    assert not await editor.pushed("two/B.swift", lambda found: not found)
    assert len(editor.client.diagnostics[editor.uri("one/A.swift")]) == 1


async def test_a_file_outside_of_all_folders_is_analysed_with_its_own(start):
    editor = await start({"one/A.swift": CLEAN, "two/B.swift": SLEEP}, folders=["one"])
    editor.open("two/B.swift")
    assert len(await editor.pushed("two/B.swift")) == 1


async def test_the_first_pass_shows_its_progress(start):
    editor = await start({"A.swift": SLEEP})
    await editor.pushed("A.swift")
    reports = editor.client.progress_reports
    # A pass that is over before the client has agreed to show it is not shown.
    await editor.told(lambda: len(reports) == 1)
    for values in reports.values():
        assert [value.kind for value in values][:1] in ([], ["begin"])


async def test_a_command_shows_its_progress_on_request(start):
    editor = await start({"A.swift": SLEEP})
    editor.open("A.swift")
    editor.client.progress_reports["mine"] = []
    await editor.command("unblock.simulate", editor.uri("A.swift"), 4, token="mine")
    assert [value.kind for value in editor.client.progress_reports["mine"]] == ["begin", "end"]


async def test_traces_are_sent_to_those_who_ask(start):
    editor = await start({"A.swift": SLEEP}, pulls=True)
    traces = []
    editor.client.feature(types.LOG_TRACE)(lambda trace: traces.append(trace))
    editor.client.set_trace(types.SetTraceParams(value=types.TraceValue.Verbose))
    editor.open("A.swift")
    await editor.pull("A.swift")
    await editor.told(lambda: traces)
    assert "textDocument/diagnostic" in traces[0].message
