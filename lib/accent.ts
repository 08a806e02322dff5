/** The hue of a colour, on the circle that the design turns: lightness and chroma are the design's own. */

/**
 * The style that turns the design's accent. It stands in pages, and its hash in the policy.
 * @param accent of the settings: `#rgb`, `#rrggbb` or whole degrees
 */
export function accentStyle(accent: string): string {
  const hue = accent.startsWith('#') ? hueOf(accent.slice(1)) : Number(accent);
  return `html:root{--accent-hue:${hue}}`;
}

/**
 * Source: Björn Ottosson, "A perceptual color space for image processing" (Oklab).
 * @param hex three digits or six
 * @returns whole degrees, 0 to 359
 */
function hueOf(hex: string): number {
  const pairs = hex.length === 3 ? [...hex].map((digit) => digit + digit) : hex.match(/../g);
  const [red = 0, green = 0, blue = 0] = (pairs ?? []).map((pair) => linear(parseInt(pair, 16)));
  const long = Math.cbrt(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue);
  const medium = Math.cbrt(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue);
  const short = Math.cbrt(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue);
  const a = 1.9779984951 * long - 2.428592205 * medium + 0.4505937099 * short;
  const b = 0.0259040371 * long + 0.7827717662 * medium - 0.808675766 * short;
  return (Math.round((Math.atan2(b, a) * 180) / Math.PI) + 360) % 360;
}

/** sRGB's curve. @param channel 0 to 255 */
function linear(channel: number): number {
  const value = channel / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
}
