"""Starts the real program for a test, and ends it with `shutdown` and `exit`: the status must be 0."""

import os
import sys

import pytest_asyncio
from lsprotocol import types

from editor import LIMIT, Editor, capabilities, limited, make_client

sys.dont_write_bytecode = True


@pytest_asyncio.fixture
async def start(tmp_path):
    editors = []

    async def start(files, announced=None, options=None, settings=None, folders=None, **parts) -> Editor:
        """An editor that shows a folder with these files; `parts` as in `capabilities`."""
        editor = Editor(make_client(), tmp_path)
        for name, text in files.items():
            editor.write(name, text)
        if settings is not None:
            editor.client.set_configuration(settings, section="unblock")
        await editor.client.start_io(os.environ["UNBLOCK"], "lsp", "--stdio")
        editors.append(editor)
        roots = [tmp_path / name for name in folders] if folders else [tmp_path]
        editor.answer = await limited(
            editor.client.initialize_session(
                types.InitializeParams(
                    capabilities=announced or capabilities(**parts),
                    workspace_folders=[types.WorkspaceFolder(uri=root.as_uri(), name=root.name) for root in roots],
                    initialization_options=options,
                    process_id=os.getpid(),
                )
            )
        )
        return editor

    yield start
    for editor in editors:
        await limited(editor.client.shutdown_session())
        assert editor.client._server.returncode == 0
        await editor.client.stop()
