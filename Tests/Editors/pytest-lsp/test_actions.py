"""Code actions: fixes, comments, what cannot be done, and everything at once."""

from lsprotocol import types

from editor import SLEEP, capabilities

REVIEW = """import Foundation

struct Reader {
    func helper() {
        sleep(1)
    }
}

func load(_ reader: Reader) async {
    reader.helper()
}
"""
UNFIXABLE = """import Foundation

func take(_ lock: UnsafeMutablePointer<pthread_mutex_t>) async {
    pthread_mutex_lock(lock)
    pthread_mutex_unlock(lock)
}
"""
TWO = "import Foundation\n\nfunc one() async throws {\n    sleep(1)\n}\nfunc two() async throws {\n    sleep(2)\n}\n"


async def test_a_fix_is_whole_and_preferred(start):
    editor = await start({"A.swift": SLEEP}, pulls=True)
    editor.open("A.swift", version=3)
    (found,) = (await editor.pull("A.swift")).items
    fix, *others = await editor.actions("A.swift", 3, only=["quickfix"], diagnostics=[found])
    assert fix.is_preferred
    assert not any(other.is_preferred for other in others)
    assert [diagnostic.code for diagnostic in fix.diagnostics] == ["sleep-in-async"]
    (change,) = fix.edit.document_changes
    assert (change.text_document.uri, change.text_document.version) == (editor.uri("A.swift"), 3)
    editor.apply(fix.edit)
    assert not (await editor.pull("A.swift")).items


async def test_editors_without_versioned_changes_get_plain_ones(start):
    editor = await start({"A.swift": SLEEP}, workspace={"workspaceEdit": {}})
    editor.open("A.swift")
    await editor.pushed("A.swift")
    fix, *_ = await editor.actions("A.swift", 3)
    assert fix.edit.document_changes is None
    assert list(fix.edit.changes) == [editor.uri("A.swift")]


async def test_a_call_is_allowed_with_a_reason(start):
    editor = await start({"A.swift": SLEEP}, pulls=True)
    editor.open("A.swift")
    allow = next(action for action in await editor.actions("A.swift", 3) if action.title.startswith("Allow"))
    editor.apply(allow.edit)
    assert "    // unblock:allow sleep-in-async - reason\n    sleep(1)\n" in editor.texts["A.swift"]
    assert not (await editor.pull("A.swift")).items


async def test_a_fix_for_review_says_so_in_its_title_and_its_annotation(start):
    editor = await start({"A.swift": REVIEW}, pulls=True)
    editor.open("A.swift")
    actions = await editor.actions("A.swift", 9, only=["quickfix"])
    review = [action for action in actions if "look first" in action.title]
    assert review
    for action in review:
        assert not action.is_preferred
        # A menu has one line for each.
        assert len(action.title) <= 140
        (annotation,) = action.edit.change_annotations.values()
        assert annotation.needs_confirmation and annotation.description
        edits = [edit for change in action.edit.document_changes for edit in change.edits]
        assert {edit.annotation_id for edit in edits} == set(action.edit.change_annotations)


async def test_what_cannot_be_fixed_says_why(start):
    editor = await start({"A.swift": UNFIXABLE}, pulls=True)
    editor.open("A.swift")
    found = (await editor.pull("A.swift")).items
    assert [item.range.start.line for item in found] == [3]
    disabled = [action for action in await editor.actions("A.swift", 3, only=["quickfix"]) if action.disabled]
    assert disabled and all(action.disabled.reason and action.edit is None for action in disabled)
    announced = capabilities(textDocument={"codeAction": {}})
    plain = await start({"A.swift": UNFIXABLE}, announced)
    plain.open("A.swift")
    assert not any(action.disabled for action in await plain.actions("A.swift", 3))


async def test_all_of_a_file_is_fixed_on_save(start):
    editor = await start({"A.swift": TWO}, pulls=True)
    editor.open("A.swift")
    kinds = editor.answer.capabilities.code_action_provider.code_action_kinds
    assert "source.fixAll.unblock" in kinds
    (action,) = await editor.actions("A.swift", 0, only=["source.fixAll"])
    assert action.kind == "source.fixAll.unblock"
    editor.apply(action.edit)
    assert editor.texts["A.swift"].count("try await Task.sleep") == 2
    assert not (await editor.pull("A.swift")).items
    assert not await editor.actions("A.swift", 0, only=["source.fixAll"])


async def test_all_of_the_workspace_is_fixed_by_a_command(start):
    editor = await start({"A.swift": TWO, "Deep/B.swift": SLEEP}, pulls=True)
    editor.open("A.swift", version=5)
    (action,) = await editor.actions("A.swift", 0, only=["source.fixWorkspace"])
    # lsprotocol takes whatever has a command for one, so this is all that it leaves of it.
    assert "unblock.fixWorkspace" in str(action.command)
    said = await editor.command("unblock.fixWorkspace")
    assert said == "3 fixes in 2 files"
    (applied,) = editor.client.applied
    changes = {change.text_document.uri: change for change in applied.edit.document_changes}
    assert set(changes) == {editor.uri("A.swift"), editor.uri("Deep/B.swift")}
    assert changes[editor.uri("A.swift")].text_document.version == 5
    editor.apply(applied.edit)
    assert not (await editor.pull("A.swift")).items


async def test_an_editor_that_applies_nothing_is_not_offered_the_command(start):
    editor = await start({"A.swift": TWO}, workspace={"applyEdit": False})
    editor.open("A.swift")
    kinds = [action.kind for action in await editor.actions("A.swift", 3)]
    assert "quickfix" in kinds and "source.fixWorkspace.unblock" not in kinds


async def test_only_what_is_asked_for_is_offered(start):
    editor = await start({"A.swift": SLEEP})
    editor.open("A.swift")
    assert not await editor.actions("A.swift", 3, only=["refactor"])
    assert not await editor.actions("A.swift", 0, only=["quickfix"])


async def test_a_named_finding_is_the_only_one_meant(start):
    """Editors that ask about the whole document and one finding, as Kate does, want one fix."""
    editor = await start({"A.swift": TWO}, textDocument={"publishDiagnostics": {}, "codeAction": {}})
    editor.open("A.swift")
    first, _ = await editor.pushed("A.swift")
    parameters = types.CodeActionParams(
        text_document=editor.document("A.swift"),
        range=types.Range(types.Position(0, 0), types.Position(8, 0)),
        context=types.CodeActionContext(diagnostics=[first]),
    )
    (action,) = await editor.client.text_document_code_action_async(parameters)
    editor.apply(action.edit)
    assert editor.texts["A.swift"] == TWO.replace("    sleep(1)", "    try await Task.sleep(for: .seconds(1))")
