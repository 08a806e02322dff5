/** Milestones of a repository. */
import { json, type SandboxResponse } from '../http';
import type { Milestone } from '../model';
import { milestoneShape } from '../shapes/issue';
import {
  createMilestone,
  deleteMilestone,
  findMilestone,
  listMilestones,
  notFound,
  updateMilestone,
} from '../store';
import { choiceField, nullableTextField, readFields, textField } from './fields';
import { paged } from './paging';
import { numberParam, type RestRequest, type Route, repositoryParam, signedIn } from './router';

const BASE = '/repos/:owner/:repo/milestones';

export const MILESTONE_ROUTES: readonly Route[] = [
  ['GET', BASE, list],
  ['POST', BASE, create],
  ['GET', `${BASE}/:number`, read],
  ['PATCH', `${BASE}/:number`, update],
  ['DELETE', `${BASE}/:number`, remove],
];

const STATES = ['open', 'closed'] as const;

function list(request: RestRequest): SandboxResponse {
  const state = request.query.get('state') ?? 'open';
  const milestones = listMilestones(request.store, repositoryParam(request)).filter(
    (milestone) => state === 'all' || milestone.state === state,
  );
  return paged(request, milestones, (one) => milestoneShape(request.context, one));
}

function milestoneParam(request: RestRequest): Milestone {
  const repository = repositoryParam(request);
  const milestone = findMilestone(request.store, repository, numberParam(request, 'number'));
  if (!milestone) throw notFound();
  return milestone;
}

function create(request: RestRequest): SandboxResponse {
  const fields = readFields(request);
  const milestone = createMilestone(request.primary, signedIn(request), repositoryParam(request), {
    ...readPatch(fields),
    title: textField(fields, 'title') ?? '',
  });
  const shape = milestoneShape(request.written, milestone);
  return json(201, shape, { location: shape.url });
}

function readPatch(fields: ReturnType<typeof readFields>) {
  return {
    title: textField(fields, 'title'),
    description: nullableTextField(fields, 'description'),
    state: choiceField(fields, 'state', STATES),
    dueOn: nullableTextField(fields, 'due_on'),
  };
}

function read(request: RestRequest): SandboxResponse {
  return json(200, milestoneShape(request.context, milestoneParam(request)));
}

function update(request: RestRequest): SandboxResponse {
  const patch = readPatch(readFields(request));
  const milestone = milestoneParam(request);
  const updated = updateMilestone(request.primary, signedIn(request), milestone, patch);
  return json(200, milestoneShape(request.written, updated));
}

function remove(request: RestRequest): SandboxResponse {
  deleteMilestone(request.primary, signedIn(request), milestoneParam(request));
  return { status: 204 };
}
