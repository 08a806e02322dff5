import { escapeHtml } from '../escape-html';
import { cleanText } from './clean-text';

/** Text for an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return escapeHtml(cleanText(text));
}
