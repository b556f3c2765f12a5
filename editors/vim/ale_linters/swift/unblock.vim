" Blocking calls in Swift concurrency code, through ALE. Needs `unblock` on the PATH.
call ale#Set('swift_unblock_executable', 'unblock')
" Where no sourcekit-lsp runs beside it: let g:ale_swift_unblock_options = {'compilerFindings': 'show'}
call ale#Set('swift_unblock_options', {})

function! ale_linters#swift#unblock#GetProjectRoot(buffer) abort
    let l:manifest = ale#path#FindNearestFile(a:buffer, 'Package.swift')
    return empty(l:manifest) ? expand('#' . a:buffer . ':p:h') : fnamemodify(l:manifest, ':h')
endfunction

call ale#linter#Define('swift', {
\   'name': 'unblock',
\   'lsp': 'stdio',
\   'executable': {b -> ale#Var(b, 'swift_unblock_executable')},
\   'command': '%e lsp',
\   'language': 'swift',
\   'initialization_options': {b -> ale#Var(b, 'swift_unblock_options')},
\   'project_root': function('ale_linters#swift#unblock#GetProjectRoot'),
\})
