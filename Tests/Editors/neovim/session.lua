-- The part of the test that runs inside Neovim; works from 0.7 on.
local function fail(text)
  io.stderr:write('failed: ' .. text .. '\n')
  vim.cmd('cquit 1')
end
local function wait(text, condition)
  if not vim.wait(30000, condition, 20) then fail(text) end
end
local function count() return #vim.diagnostic.get(0) end

wait('no finding came', function() return count() > 0 end)
local found = vim.diagnostic.get(0)[1]
if found.lnum ~= 3 or found.col ~= 4 then fail('the finding is at ' .. found.lnum .. ':' .. found.col) end
if found.code ~= 'sleep-in-async' then fail('the finding is ' .. tostring(found.code)) end

vim.api.nvim_win_set_cursor(0, { 4, 4 })
if vim.fn.has('nvim-0.8') == 1 then
  local first = true
  vim.lsp.buf.code_action({
    apply = true,
    context = { only = { 'quickfix' }, diagnostics = {} },
    filter = function()
      local taken = first
      first = false
      return taken
    end,
  })
else
  -- There the menu cannot be answered by a script, so this is what choosing its first entry does.
  local params = vim.lsp.util.make_range_params()
  params.context = { diagnostics = {}, only = { 'quickfix' } }
  local answers = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', params, 20000) or {}
  for id, answer in pairs(answers) do
    local action = (answer.result or {})[1]
    if not action then fail('no code action came') end
    vim.lsp.util.apply_workspace_edit(action.edit, vim.lsp.get_client_by_id(id).offset_encoding)
  end
end
wait('the fix was not applied', function() return vim.bo.modified end)
wait('the finding stays after its fix', function() return count() == 0 end)
vim.cmd('silent write')
-- Another file of the package takes no second server.
vim.cmd('edit Package.swift')
local clients = vim.lsp.get_clients and vim.lsp.get_clients() or vim.lsp.get_active_clients()
if #clients ~= 1 then fail('there are ' .. #clients .. ' servers') end
