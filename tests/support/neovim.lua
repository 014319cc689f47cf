-- What a person does in Neovim with its built-in client: open a post, see what is wrong, look at the story, mend it, save.
-- It writes down what it saw; neovim.test.ts looks at that, and at the file.
local node, program, post, report = vim.env.NODE, vim.env.PROGRAM, vim.env.POST, vim.env.REPORT
local said = {}
local function say(name, value) said[name] = value end

local function finish()
  local file = assert(io.open(report, "w"))
  file:write(vim.json.encode(said))
  file:close()
  vim.cmd("qall!")
end

local function wait(what, is_done)
  if not vim.wait(15000, is_done, 20) then
    say("failed", what)
    finish()
  end
end

local function step()
  vim.cmd("edit " .. vim.fn.fnameescape(post))
  local client = vim.lsp.start_client({
    name = "storybank",
    cmd = { node, program, "lsp" },
    root_dir = vim.fn.getcwd(),
  })
  vim.lsp.buf_attach_client(0, client)
  local function figure()
    for _, each in ipairs(vim.diagnostic.get(0)) do
      if each.code == "figure-not-in-story" or (each.user_data and each.user_data.lsp and each.user_data.lsp.code == "figure-not-in-story") then
        return each
      end
    end
  end
  wait("the finding", function() return figure() ~= nil end)
  local found = figure()
  say("message", found.message)
  local line = vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1]
  say("underlined", line:sub(found.col + 1, found.end_col))

  -- The definition of the figure is the story's line.
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  local own = vim.api.nvim_get_current_buf()
  vim.lsp.buf.definition()
  wait("the definition", function() return vim.api.nvim_get_current_buf() ~= own end)
  say("definition", vim.fn.expand("%:t") .. ":" .. vim.api.nvim_win_get_cursor(0)[1] .. ":" .. vim.api.nvim_get_current_line())
  vim.api.nvim_set_current_buf(own)

  -- The first action writes what the story says.
  vim.api.nvim_win_set_cursor(0, { found.lnum + 1, found.col })
  vim.ui.select = function(items, options, choose)
    local titles = {}
    -- Newer versions name the action.
    for _, item in ipairs(items) do table.insert(titles, (item.action or item[2]).title) end
    say("actions", titles)
    choose(items[1], 1)
  end
  vim.lsp.buf.code_action()
  wait("the action", function() return vim.api.nvim_buf_get_lines(0, found.lnum, found.lnum + 1, true)[1] ~= line end)
  wait("the end of the finding", function() return figure() == nil end)

  -- What is typed is looked at, too, before it is saved.
  local more = "We paid $777K for it 😴. "
  vim.api.nvim_buf_set_text(0, found.lnum, 0, found.lnum, 0, { more })
  wait("a finding of what is typed", function() return figure() ~= nil end)
  local typed = figure()
  say("typed", vim.api.nvim_buf_get_lines(0, typed.lnum, typed.lnum + 1, true)[1]:sub(typed.col + 1, typed.end_col))
  vim.api.nvim_buf_set_text(0, found.lnum, 0, found.lnum, #more, { "" })
  wait("the end of that", function() return figure() == nil end)
  vim.cmd("write")
  vim.lsp.stop_client(client)
  finish()
end

local fine, problem = pcall(step)
if not fine then
  say("failed", tostring(problem))
  finish()
end
