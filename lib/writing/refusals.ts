/** The checks that every text passes before GitHub is asked, each with its sentence. */
import { type WritingRefusal, writingRefusal } from '../i18n/writing-refusals';
import { Refusal } from '../session/refusal';
import { countCharacters, LONGEST_BODY, LONGEST_TITLE } from './limits';

/** @param language of the sentence: BCP 47 */
export function refusal(status: number, code: WritingRefusal, language: string): Refusal {
  return new Refusal(status, code, { message: writingRefusal(code, language) });
}

/** @throws Refusal for what GitHub would refuse, and for publishing nothing */
export function checkText(
  { title, body, isPublic }: { title: string; body: string; isPublic: boolean },
  language: string,
): void {
  const refuse = (code: WritingRefusal) => refusal(422, code, language);
  if (!title.trim()) throw refuse('title-missing');
  if (countCharacters(title.trim()) > LONGEST_TITLE) throw refuse('title-too-long');
  if (countCharacters(body) > LONGEST_BODY) throw refuse('body-too-long');
  if (isPublic && !body.trim()) throw refuse('body-missing');
}
