-- A person's session in Neovim with the language server, on Neovim's own client. Prints what the person sees, as JSON; judges nothing.
-- Environment: CAM_INIT (the settings that docs/editors.md shows), CAM_FILE (the policy to open), CAM_OUT (where the answers go).

-- How long anything may take, in ms.
local limit = 30000
local seen = { version = tostring(vim.version().major) .. '.' .. tostring(vim.version().minor) }

local function finish()
  vim.fn.writefile({ vim.json.encode(seen) }, vim.env.CAM_OUT)
  vim.cmd('qall!')
end

local function wait_for(what, ready)
  if not vim.wait(limit, ready, 20) then
    error('waited in vain for ' .. what)
  end
end

local function text()
  return table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), '\n')
end

-- Puts the cursor onto the first `needle`, `offset` bytes behind its start.
local function put_cursor(needle, offset)
  for number, line in ipairs(vim.api.nvim_buf_get_lines(0, 0, -1, false)) do
    local start = line:find(needle, 1, true)
    if start then
      vim.api.nvim_win_set_cursor(0, { number, start - 1 + (offset or 0) })
      return
    end
  end
  error('no ' .. needle .. ' in the buffer')
end

-- What the settings need and Neovim 0.7 lacks: it has the parts of it.
vim.lsp.start = vim.lsp.start or function(config)
  local id = vim.lsp.start_client(config)
  vim.lsp.buf_attach_client(0, id)
  return id
end

-- The server that the settings attach when a policy is opened.
local function attached()
  local client
  wait_for('the server', function()
    client = select(2, next((vim.lsp.get_clients or vim.lsp.get_active_clients)()))
    return client ~= nil
  end)
  return client.id
end

local function diagnostics()
  local found = {}
  for _, each in ipairs(vim.diagnostic.get(0)) do
    local marked = vim.api.nvim_buf_get_text(0, each.lnum, each.col, each.end_lnum, each.end_col, {})
    table.insert(found, {
      code = each.code or each.user_data.lsp.code,
      message = each.message,
      severity = each.severity,
      text = table.concat(marked, '\n'),
    })
  end
  return found
end

-- The words that Neovim would offer behind `needle`.
local function completion(needle)
  put_cursor(needle, #needle)
  local params = vim.lsp.util.make_position_params(0, 'utf-16')
  local answers, reason = vim.lsp.buf_request_sync(0, 'textDocument/completion', params, limit)
  local words = {}
  for _, answer in pairs(answers or error(reason)) do
    for _, item in ipairs(answer.result.items or answer.result) do
      table.insert(words, { label = item.label, text = item.textEdit and item.textEdit.newText or item.insertText or item.label })
    end
  end
  return words
end

-- What stands in the window that Neovim opens on `K`.
local function hover(needle)
  put_cursor(needle, 1)
  vim.lsp.buf.hover()
  local window
  wait_for('the window of the hover', function()
    for _, each in ipairs(vim.api.nvim_list_wins()) do
      if vim.api.nvim_win_get_config(each).relative ~= '' then
        window = each
        return true
      end
    end
    return false
  end)
  local lines = vim.api.nvim_buf_get_lines(vim.api.nvim_win_get_buf(window), 0, -1, false)
  vim.api.nvim_win_close(window, true)
  return table.concat(lines, '\n')
end

-- Asks for code actions on `needle` and chooses the one whose title has `wanted`; gives the titles that were offered.
local function choose(needle, wanted)
  put_cursor(needle, 1)
  local titles
  vim.ui.select = function(items, options, on_choice)
    titles = {}
    local chosen
    for index, item in ipairs(items) do
      local title = options.format_item and options.format_item(item) or tostring(item)
      titles[index] = title
      if title:find(wanted, 1, true) then
        chosen = { item, index }
      end
    end
    if chosen then
      on_choice(chosen[1], chosen[2])
    end
  end
  local before = text()
  vim.lsp.buf.code_action()
  wait_for('code actions', function()
    return titles ~= nil
  end)
  vim.wait(limit, function()
    return text() ~= before
  end, 20)
  return titles
end

local ok, reason = pcall(function()
  vim.cmd('luafile ' .. vim.fn.fnameescape(vim.env.CAM_INIT))
  vim.cmd('edit ' .. vim.fn.fnameescape(vim.env.CAM_FILE))
  local id = attached()
  wait_for('diagnostics', function()
    return #vim.diagnostic.get(0) > 0
  end)
  seen.diagnostics = diagnostics()
  seen.completion = completion('"trtc:Dismiss')
  seen.hover = hover('CreateTrtcApp')
  seen.actions = choose('CreateTrtcApp', 'statement of their own')
  seen.text = text()
  wait_for('the diagnostics to go', function()
    return #vim.diagnostic.get(0) == 0
  end)
  seen.left = diagnostics()
  vim.lsp.stop_client(id)
  wait_for('the server to end', function()
    return #(vim.lsp.get_clients or vim.lsp.get_active_clients)() == 0
  end)
  seen.ended = true
end)
if not ok then
  seen.error = tostring(reason)
  seen.text = text()
end
finish()
