;;; forge-keep-body.el --- keep the text of a post written from a template  -*- lexical-binding: t -*-

;; magit-forge up to 0.3.2 sends an issue without its text when the template begins with front
;; matter, as every template of GitHub's does.  Load this file after forge and it sends the text.

(defun forge-keep-body (topic)
  "Put what stands below the front matter into TOPIC, unless it has a body."
  (let ((text (alist-get 'text topic)))
    (when (and text
               (not (alist-get 'body topic))
               (string-match "\\`---[ \t]*\n\\(?:.*\n\\)*?---[ \t]*\n" text))
      (setf (alist-get 'body topic) (string-trim (substring text (match-end 0)))))
    topic))

(advice-add 'forge--topic-parse-buffer :filter-return #'forge-keep-body)

(provide 'forge-keep-body)
;;; forge-keep-body.el ends here
