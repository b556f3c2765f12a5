" The part of the test that runs inside Vim.
set nocompatible
let &runtimepath = $ALE . ',' . $EDITOR_FILES . ',' . &runtimepath
let g:ale_linters_explicit = 1
let g:ale_linters = {'swift': ['unblock']}
let g:ale_lint_delay = 10
filetype plugin on
autocmd BufNewFile,BufRead *.swift setfiletype swift

function! Finish(text, status) abort
    call writefile([a:text], $RESULT)
    execute 'cquit ' . a:status
endfunction

function! Wait(count) abort
    let l:rounds = 0
    while len(ale#engine#GetLoclist(bufnr(''))) != a:count
        if l:rounds > 600
            call Finish('failed: after 60 s there are ' . string(ale#engine#GetLoclist(bufnr(''))), 1)
        endif
        let l:rounds += 1
        sleep 100m
    endwhile
endfunction

" In place of the menu, which no script can answer.
function! Choose(data, items) abort
    if empty(a:items)
        call Finish('failed: no code action came', 1)
    endif
    call ale#codefix#ApplyLSPCodeAction(a:data, a:items[0][1])
endfunction

function! Session() abort
    ALELint
    call Wait(1)
    let l:found = ale#engine#GetLoclist(bufnr(''))[0]
    if l:found.lnum != 4 || l:found.col != 5 || l:found.type !=# 'E'
        call Finish('failed: the finding is ' . string(l:found), 1)
    endif
    call cursor(4, 5)
    call ale#codefix#Execute(0, function('Choose'))
    let l:rounds = 0
    while !&modified && l:rounds < 300
        let l:rounds += 1
        sleep 100m
    endwhile
    " Somebody who types need not ask for this; a script waits in vain for the event of changed text.
    ALELint
    call Wait(0)
    silent write
    call Finish('passed: Vim ' . v:version . ' with ALE', 0)
endfunction
