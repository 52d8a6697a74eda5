;;; A person's session in Emacs with the language server, on eglot. Prints what the person sees, as JSON; judges nothing.  -*- lexical-binding: t -*-
;; Environment: CAM_INIT (the settings that docs/editors.md shows), CAM_FILE (the policy to open), CAM_OUT (where the answers go).

(require 'cl-lib)
(require 'json)
;; Before Emacs 29 eglot is a package of its own.
(unless (locate-library "eglot") (package-initialize))
(require 'eglot)
(require 'flymake)

(defvar cam-limit 30 "How long anything may take, in seconds.")
(defvar cam-seen nil "What the person sees, the last first.")

(defun cam-see (name value) (push (cons name value) cam-seen))

(defun cam-wait-for (what ready)
  "Waits until READY gives something, and gives that."
  (let ((end (+ (float-time) cam-limit)) found)
    (while (not (setq found (funcall ready)))
      (when (> (float-time) end) (error "Waited in vain for %s" what))
      (accept-process-output nil 0.05))
    found))

(defun cam-go (needle &optional offset)
  "Puts the cursor OFFSET characters behind the start of the first NEEDLE."
  (goto-char (point-min))
  (search-forward needle)
  (goto-char (+ (match-beginning 0) (or offset 0))))

(defun cam-diagnostics ()
  (mapcar (lambda (each)
            (list (cons 'text (buffer-substring-no-properties (flymake-diagnostic-beg each) (flymake-diagnostic-end each)))
                  (cons 'message (flymake-diagnostic-text each))
                  (cons 'severity (symbol-name (flymake-diagnostic-type each)))))
          (flymake-diagnostics)))

(defun cam-completion (needle)
  "The words that Emacs offers behind NEEDLE."
  (cam-go needle (length needle))
  (pcase (eglot-completion-at-point)
    (`(,start ,end ,table . ,_)
     (mapcar #'substring-no-properties (all-completions (buffer-substring-no-properties start end) table)))))

(defun cam-hover (needle)
  "What eldoc shows on NEEDLE."
  (cam-go needle 1)
  (let (shown)
    (eglot-hover-eldoc-function (lambda (text &rest _) (setq shown (or text ""))))
    (substring-no-properties (cam-wait-for "the hover" (lambda () shown)))))

(defun cam-choose (needle wanted)
  "Asks for code actions on NEEDLE and chooses the one whose title has WANTED; gives the titles that were offered."
  (cam-go needle 1)
  (let (titles (last-nonmenu-event ?x) (before (buffer-string)))
    (cl-letf (((symbol-function 'completing-read)
               (lambda (_prompt collection &rest _)
                 (setq titles (all-completions "" collection))
                 (or (cl-find-if (lambda (title) (string-search wanted title)) titles)
                     (error "No action %s among %s" wanted titles)))))
      (eglot-code-actions (point) (1+ (point)) nil t))
    (cam-wait-for "the edit" (lambda () (not (equal before (buffer-string)))))
    titles))

(defun cam-play ()
  (load (getenv "CAM_INIT") nil t)
  (setq eglot-confirm-server-initiated-edits nil
        eglot-confirm-server-edits nil)
  (find-file (getenv "CAM_FILE"))
  (cam-see 'mode (symbol-name major-mode))
  ;; In a session without a terminal no command ends, which is when eglot connects.
  (run-hooks 'post-command-hook)
  (cam-wait-for "the server" #'eglot-current-server)
  (flymake-start)
  (cam-wait-for "diagnostics" #'flymake-diagnostics)
  (cam-see 'diagnostics (vconcat (cam-diagnostics)))
  (cam-see 'completion (vconcat (cam-completion "\"trtc:Dismiss")))
  (cam-see 'hover (cam-hover "CreateTrtcApp"))
  (cam-see 'actions (vconcat (cam-choose "CreateTrtcApp" "statement of their own")))
  (cam-see 'text (buffer-string))
  (eglot--signal-textDocument/didChange)
  (cam-wait-for "the diagnostics to go" (lambda () (flymake-start) (null (flymake-diagnostics))))
  (let ((process (jsonrpc--process (eglot-current-server))))
    (eglot-shutdown (eglot-current-server))
    (cam-wait-for "the server to end" (lambda () (not (process-live-p process))))
    (cam-see 'ended t)))

(cam-see 'version emacs-version)
(condition-case reason (cam-play)
  (error (cam-see 'error (error-message-string reason))))
(let ((coding-system-for-write 'utf-8))
  (with-temp-file (getenv "CAM_OUT") (insert (json-encode (nreverse cam-seen)))))
(set-buffer-modified-p nil)
(kill-emacs 0)
