/** What we use of MDN's HTTP Observatory, which brings no types along. */
declare module '@mdn/mdn-http-observatory/src/constants.js' {
  export const ALL_TESTS: ((found: unknown) => {
    constructor: { name: string };
    result: string;
    pass: boolean;
  })[];
}

declare module '@mdn/mdn-http-observatory/src/grader/grader.js' {
  export function getGradeForScore(score: number): { score: number; grade: string };
  export function getScoreModifier(result: string): number;
}

declare module '@mdn/mdn-http-observatory/src/retriever/retriever.js' {
  export function retrieve(
    host: string,
    options: { httpPort?: number | undefined; httpsPort?: number | undefined },
  ): Promise<unknown>;
}
