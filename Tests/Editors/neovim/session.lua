-- The part of the test that runs inside Neovim; works from 0.7 on.
local function fail(text)
  io.stderr:write('failed: ' .. text .. '\n')
  vim.cmd('cquit 1')
end
local id = vim.lsp.start_client({ cmd = { os.getenv('SERVER'), 'lsp' }, root_dir = vim.fn.getcwd(), name = 'unblock' })
vim.lsp.buf_attach_client(0, id)
local function count() return #vim.diagnostic.get(0) end
if not vim.wait(30000, function() return count() > 0 end, 20) then fail('no finding came') end
local found = vim.diagnostic.get(0)[1]
if found.lnum ~= 3 or found.col ~= 4 then fail('the finding is at ' .. found.lnum .. ':' .. found.col) end
if found.code ~= 'sleep-in-async' then fail('the finding is ' .. tostring(found.code)) end
local params = {
  textDocument = { uri = vim.uri_from_bufnr(0) },
  range = { start = { line = 3, character = 4 }, ['end'] = { line = 3, character = 4 } },
  context = { diagnostics = {}, only = { 'quickfix' } },
}
local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000) or {}
local action
for _, answer in pairs(answers) do action = action or (answer.result or {})[1] end
if not action then fail('no code action came') end
local client = vim.lsp.get_client_by_id(id)
vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding or 'utf-16')
if not vim.wait(30000, function() return count() == 0 end, 20) then fail('the finding stays after its fix') end
vim.cmd('write')
