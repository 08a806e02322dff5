/** The few words that scripts put on a written text; apart, so that they go with those scripts. */

export interface ArticleWords {
  copy: string;
  copied: string;
  play: string;
  stop: string;
  close: string;
  diagram: string;
  diagramSource: string;
  diagramFailed: string;
}

export const ENGLISH: ArticleWords = {
  copy: 'Copy',
  copied: 'Copied',
  play: 'Play animation',
  stop: 'Stop animation',
  close: 'Close',
  diagram: 'Diagram',
  diagramSource: 'Source of the diagram',
  diagramFailed: 'This diagram cannot be drawn; its source follows.',
};
