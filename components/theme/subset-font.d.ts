/** The part of subset-font that build-fonts.ts uses; the package has no declarations. */
declare module 'subset-font' {
  export default function subsetFont(
    font: Buffer,
    letters: string,
    options: {
      targetFormat: 'woff2';
      variationAxes: Record<string, number | { min: number; max: number }>;
      noLayoutClosure: boolean;
    },
  ): Promise<Buffer>;
}
