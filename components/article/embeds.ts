/** A facade becomes the thing itself; only now is anybody else's server asked. */

/** @returns whether the link was a facade, which is open now */
export function openEmbed(link: HTMLAnchorElement): boolean {
  const address = link.dataset.embed;
  if (!address?.startsWith('https://')) return false;
  const frame = document.createElement('iframe');
  frame.src = address;
  frame.title = link.textContent.trim();
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  frame.referrerPolicy = 'strict-origin-when-cross-origin';
  link.replaceWith(frame);
  frame.focus();
  return true;
}
