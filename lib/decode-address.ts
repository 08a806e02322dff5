/**
 * A part of an address as people read it. Authors write addresses by hand: what cannot be decoded, as
 * in `100%-sure`, stays as it is.
 */
export function decodeAddress(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
