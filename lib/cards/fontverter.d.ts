declare module 'fontverter' {
  const fontverter: {
    /** Turns a font from any of its wrappings into another. */
    convert(font: Uint8Array, format: 'sfnt' | 'woff' | 'woff2'): Promise<Uint8Array>;
  };
  export default fontverter;
}
