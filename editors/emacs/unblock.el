;;; unblock.el --- Blocking calls in Swift concurrency code -*- lexical-binding: t -*-
;; eglot runs one server for a buffer: to have sourcekit-lsp as well, use lsp-mode.
;; Without it nobody else shows what the compiler reports, so unblock shows that too.

(with-eval-after-load 'eglot
  (add-to-list 'eglot-server-programs
               '(swift-mode . ("unblock" "lsp" :initializationOptions (:compilerFindings "show")))))

(with-eval-after-load 'lsp-mode
  (lsp-register-client
   (make-lsp-client :new-connection (lsp-stdio-connection '("unblock" "lsp"))
                    :activation-fn (lsp-activate-on "swift")
                    :add-on? t
                    :server-id 'unblock)))

(provide 'unblock)
;;; unblock.el ends here
