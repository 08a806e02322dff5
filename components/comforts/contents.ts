/** Marks, in the contents beside the text, the section that is being read. */
export function markCurrentSection(): void {
  const list = document.querySelector('[data-contents]');
  const links = new Map<string, HTMLAnchorElement>();
  for (const link of list?.querySelectorAll('a') ?? []) {
    links.set(decodeURIComponent(link.hash.slice(1)), link);
  }
  const headings = [...links.keys()]
    .map((id) => document.getElementById(id))
    .filter((heading) => heading !== null);
  if (headings.length === 0) return;
  const mark = () => {
    const read = headings.filter((heading) => heading.getBoundingClientRect().top < 120).at(-1);
    for (const [id, link] of links) {
      if (id === read?.id) link.setAttribute('aria-current', 'true');
      else link.removeAttribute('aria-current');
    }
  };
  // Headings cross these two lines whenever the answer can have changed.
  const observer = new IntersectionObserver(mark, { rootMargin: '-119px 0px -50% 0px' });
  for (const heading of headings) observer.observe(heading);
  mark();
}
