-- For Neovim 0.11 and newer: put this file into lsp/ of the configuration, and call vim.lsp.enable('unblock').
return {
  cmd = { 'unblock', 'lsp' },
  filetypes = { 'swift' },
  root_markers = { 'Package.swift', '.git' },
}
