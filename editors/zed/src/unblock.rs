//! Starts `unblock lsp`, which must be on the PATH, and hands it the settings of `lsp.unblock.settings`.

use zed_extension_api::{self as zed, settings::LspSettings, LanguageServerId, Result};

struct Unblock;

impl zed::Extension for Unblock {
    fn new() -> Self {
        Unblock
    }

    fn language_server_command(&mut self, _: &LanguageServerId, worktree: &zed::Worktree) -> Result<zed::Command> {
        let command = worktree
            .which("unblock")
            .ok_or("`unblock` is not on the PATH: install it first")?;
        Ok(zed::Command {
            command,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        _: &LanguageServerId,
        worktree: &zed::Worktree,
    ) -> Result<Option<zed::serde_json::Value>> {
        let settings = LspSettings::for_worktree("unblock", worktree)?.settings;
        Ok(Some(zed::serde_json::json!({ "unblock": settings })))
    }
}

zed::register_extension!(Unblock);
