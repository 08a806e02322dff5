/** A quotation taken before there was a form to put it into. The tab keeps it until there is one. */
const NAME = 'kept-quotation';

/** @throws DOMException where the browser keeps nothing */
export function keepQuotation(quotation: string): void {
  sessionStorage.setItem(NAME, quotation);
}

/** @returns null where there is none; it is gone then */
export function takeKeptQuotation(): string | null {
  try {
    const kept = sessionStorage.getItem(NAME);
    sessionStorage.removeItem(NAME);
    return kept;
  } catch {
    return null;
  }
}
