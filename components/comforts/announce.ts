/**
 * Says something in passing, to eyes and to screen readers. The element stands at the end of
 * `<body>`, where React does not look.
 */
const SHOWN_MS = 2500;

let notice: HTMLElement | undefined;
let timer = 0;

export function announce(text: string): void {
  if (!notice) {
    notice = document.createElement('p');
    notice.className = 'notice';
    notice.role = 'status';
    document.body.append(notice);
  }
  notice.textContent = text;
  clearTimeout(timer);
  timer = window.setTimeout(() => notice?.replaceChildren(), SHOWN_MS);
}
