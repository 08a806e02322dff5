/** Every mutation there is. */
import type { Fields } from '../types';
import { commentMutations } from './comments';
import { issueMutations } from './issues';
import { labelMutations } from './labels';
import { moderationMutations } from './moderation';
import { mutations } from './mutation';

export const mutationFields: Fields<unknown> = mutations({
  ...issueMutations,
  ...moderationMutations,
  ...commentMutations,
  ...labelMutations,
});
