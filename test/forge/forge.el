;;; forge.el --- magit-forge as an author uses it, without a terminal  -*- lexical-binding: t -*-

;; Reads one Lisp form a line from standard input, evaluates it and answers with one line: "=> VALUE"
;; or "!! ERROR".  Every request of forge's is asynchronous, so each step waits until all have ended.

(require 'cl-lib)
(require 'forge)

(setq auth-sources (list (expand-file-name "~/.authinfo"))
      auth-source-cache-expiry nil
      gnutls-trustfiles (list (getenv "FORGE_TEST_CA"))
      network-security-level 'low
      backtrace-on-error-noninteractive nil
      gfm-mode-hook nil
      markdown-mode-hook nil
      text-mode-hook nil
      git-commit-setup-hook nil
      create-lockfiles nil
      make-backup-files nil
      forge-database-file (expand-file-name "~/forge-database.sqlite")
      magit-commit-show-diff nil
      magit-no-message '("Turning on magit-auto-revert-mode"))

(defvar forge-test-host (getenv "FORGE_TEST_HOST") "localhost:PORT, as forge knows it.")
(defvar forge-test-clone (getenv "FORGE_TEST_CLONE") "The author's clone.")

;; Nobody is there to answer: a question that no step expects must not eat the next step.
(setq completing-read-function
      (lambda (prompt &rest _) (error "Emacs asked: %s" prompt)))

;; What docs/magit-forge.md tells an author to write for a GitHub that is not github.com.
(setq forge-alist
      (list (list forge-test-host (concat forge-test-host "/api/v3") "sandbox"
                  'forge-github-repository)))

(defvar forge-test-pending 0 "How many requests await their answer.")

(advice-add 'url-retrieve :around
            (lambda (retrieve url callback &rest more)
              (cl-incf forge-test-pending)
              (apply retrieve url
                     (lambda (&rest answer)
                       (unwind-protect (apply callback answer)
                         (cl-decf forge-test-pending)))
                     more)))

(defun forge-test-settle ()
  "Wait until nothing of forge's is under way: no request and no git.
And for the next second: forge asks for what changed after the second it
knows of, so that it would miss what a hasty author does within one."
  (sleep-for 1.1)
  (let ((end (+ (float-time) 60)) (quiet 0))
    (while (and (< quiet 4) (< (float-time) end))
      (accept-process-output nil 0.1)
      (setq quiet (if (or (> forge-test-pending 0)
                          (cl-some (lambda (process)
                                     (and (eq (process-status process) 'run)
                                          ;; The database's, which runs all the time.
                                          (not (string-prefix-p "emacsql" (process-name process)))))
                                   (process-list)))
                      0
                    (1+ quiet))))))

(defmacro forge-test-here (&rest body)
  "Run BODY in the author's clone, in a buffer that shows it as Magit does."
  `(let ((default-directory (file-name-as-directory forge-test-clone)))
     (with-current-buffer (magit-status-setup-buffer default-directory)
       ,@body)))

(defun forge-test-add-repository (url)
  "M-x forge-add-repository, answering that all topics should be pulled."
  (forge-test-here
   (cl-letf (((symbol-function 'read-char-choice) (lambda (&rest _) ?a))
             ((symbol-function 'read-char-exclusive) (lambda (&rest _) ?a)))
     (forge-add-repository url)))
  (forge-test-settle)
  (forge-test-topics))

(defun forge-test-pull ()
  "M-x forge-pull."
  (forge-test-here (forge-pull))
  (forge-test-settle)
  (forge-test-topics))

(defun forge-test-topics ()
  "What forge lists: number, state, title and labels of each issue."
  (forge-test-here
   (mapcar (lambda (issue)
             (list (oref issue number) (oref issue state) (oref issue title)
                   (mapcar #'car (closql--iref issue 'labels))))
           (sort (oref (forge-get-repository t) issues)
                 (lambda (one other) (< (oref one number) (oref other number)))))))

(defun forge-test-issue (number)
  (forge-test-here (forge-get-issue (forge-get-repository t) number)))

(defun forge-test-body (number)
  (oref (forge-test-issue number) body))

(defun forge-test-comments (number)
  (mapcar (lambda (post) (list (oref post number) (oref post author) (oref post body)))
          (sort (oref (forge-test-issue number) posts)
                (lambda (one other) (< (oref one number) (oref other number))))))

(defun forge-test-in-topic (number command)
  "Visit issue NUMBER as an author does and run COMMAND there."
  (forge-test-here
   (with-current-buffer (forge-topic-setup-buffer (forge-test-issue number))
     (funcall command))))

(defun forge-test-submit (change)
  "Let CHANGE write in the post that is open, then C-c C-c."
  (let ((buffer (cl-find-if (lambda (buffer)
                              (with-current-buffer buffer (derived-mode-p 'forge-post-mode)))
                            (buffer-list))))
    (with-current-buffer buffer
      (funcall change)
      (forge-post-submit)))
  (forge-test-settle)
  t)

(defun forge-test-create (title text)
  "M-x forge-create-issue: fill in the template's title, and TEXT below it."
  (forge-test-here (call-interactively #'forge-create-issue))
  (forge-test-submit
   (lambda ()
     (goto-char (point-min))
     (if (looking-at "---")
         (progn (re-search-forward "^title: .*$")
                (replace-match (format "title: %S" title) t t))
       (erase-buffer)
       (insert "# " title "\n"))
     (goto-char (point-max))
     (insert "\n" text "\n"))))

(defun forge-test-edit (number text)
  "M-x forge-edit-post on the post itself: its TEXT below the title, which stays."
  (forge-test-in-topic
   number (lambda ()
            (goto-char (point-min))
            (cl-letf (((symbol-function 'forge-post-at-point)
                       (lambda () (forge-test-issue number))))
              (forge-edit-post))))
  (forge-test-submit
   (lambda ()
     (goto-char (point-min))
     (forward-line 1)
     (delete-region (point) (point-max))
     (insert "\n" text "\n"))))

(defun forge-test-retitle (number title)
  "M-x forge-edit-topic-title."
  (cl-letf (((symbol-function 'read-string) (lambda (&rest _) title)))
    (forge-test-in-topic number (lambda () (forge-edit-topic-title number))))
  (forge-test-settle))

(defun forge-test-label (number &rest labels)
  "M-x forge-edit-topic-labels."
  (cl-letf (((symbol-function 'magit-completing-read-multiple*) (lambda (&rest _) labels)))
    (forge-test-in-topic number (lambda () (forge-edit-topic-labels number))))
  (forge-test-settle))

(defun forge-test-toggle (number)
  "M-x forge-edit-topic-state: close it, or open it again."
  (forge-test-in-topic number (lambda () (forge-edit-topic-state number)))
  (forge-test-settle))

(defun forge-test-comment (number text)
  "M-x forge-create-post."
  (forge-test-in-topic number (lambda () (forge-create-post)))
  (forge-test-submit (lambda () (erase-buffer) (insert text))))

(defun forge-test-post (number id)
  (cl-find id (oref (forge-test-issue number) posts) :key (lambda (post) (oref post number))))

(defun forge-test-edit-comment (number id text)
  "M-x forge-edit-post on a comment."
  (forge-test-in-topic
   number (lambda ()
            (cl-letf (((symbol-function 'forge-post-at-point)
                       (lambda () (forge-test-post number id))))
              (forge-edit-post))))
  (forge-test-submit (lambda () (erase-buffer) (insert text))))

(defun forge-test-delete-comment (number id)
  "M-x forge-delete-comment, answering yes."
  (cl-letf (((symbol-function 'yes-or-no-p) (lambda (&rest _) t)))
    (forge-test-in-topic number
                         (lambda () (forge-delete-comment (forge-test-post number id)))))
  (forge-test-settle)
  t)

(defun forge-test-main ()
  (let ((print-escape-newlines t) line)
    (while (setq line (ignore-errors (read-from-minibuffer "")))
      (princ (condition-case err
                 (format "=> %S\n" (eval (car (read-from-string line)) t))
               (error (format "!! %S\n" err)))))))

;;; forge.el ends here
