/** Whether a thing from elsewhere tells of a person. */
import { isText, oneOf, orNull, shapeOf } from '../shape-of';
import type { Person } from './post';

export const isPerson = shapeOf<Person>({
  login: isText,
  name: isText,
  avatarUrl: isText,
  url: orNull(isText),
  kind: oneOf('user', 'organization', 'bot', 'ghost'),
});
