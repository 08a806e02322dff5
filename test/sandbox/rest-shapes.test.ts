/**
 * The shapes of REST against GitHub's own description of them. The comparison is the compiler's:
 * a missing key, or one of another type, does not pass `tsc`.
 */
import type { components } from '@octokit/openapi-types';
import { expectTypeOf, test } from 'vitest';
import type {
  commentShape,
  fullIssueShape,
  issueShape,
  labelShape,
  milestoneShape,
  reactionShape,
} from '../../lib/sandbox/shapes/issue';
import type { repositoryShapeFor } from '../../lib/sandbox/shapes/repository';
import type { profileShape, userShape } from '../../lib/sandbox/shapes/user';
import type { deliveryShape, hookShape } from '../../lib/sandbox/webhooks/hook-shape';

type Schemas = components['schemas'];

/** What JSON makes of a shape: no list of it is read-only. */
type Json<T> = T extends readonly (infer Entry)[]
  ? Json<Entry>[]
  : T extends object
    ? { -readonly [Key in keyof T]: Json<T[Key]> }
    : T;

type Ours<Shape extends (...given: never[]) => unknown> = Json<ReturnType<Shape>>;

test('REST answers as GitHub describes', () => {
  expectTypeOf<Ours<typeof labelShape>>().toExtend<Schemas['label']>();
  expectTypeOf<Ours<typeof milestoneShape>>().toExtend<Schemas['milestone']>();
  expectTypeOf<Ours<typeof issueShape>>().toExtend<Schemas['issue']>();
  expectTypeOf<Ours<typeof fullIssueShape>>().toExtend<Schemas['issue']>();
  expectTypeOf<Ours<typeof commentShape>>().toExtend<Schemas['issue-comment']>();
  expectTypeOf<Ours<typeof reactionShape>>().toExtend<Schemas['reaction']>();
  expectTypeOf<Ours<typeof userShape>>().toExtend<Schemas['simple-user']>();
  expectTypeOf<Ours<typeof profileShape>>().toExtend<Schemas['public-user']>();
  expectTypeOf<Ours<typeof repositoryShapeFor>>().toExtend<Schemas['repository']>();
  expectTypeOf<Ours<typeof hookShape>>().toExtend<Schemas['hook']>();
  expectTypeOf<Ours<typeof deliveryShape>>().toExtend<Schemas['hook-delivery-item']>();
});
