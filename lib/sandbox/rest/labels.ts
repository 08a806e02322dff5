/** Labels of a repository and of an issue. */
import { json, readJson, type SandboxResponse } from '../http';
import type { Issue, Label } from '../model';
import { labelShape } from '../shapes/issue';
import {
  addLabels,
  createLabel,
  deleteLabel,
  findLabel,
  labelsOf,
  listLabels,
  notFound,
  removeLabel,
  setLabels,
  updateLabel,
} from '../store';
import { isFields, nullableTextField, readFields, textField, texts } from './fields';
import { issueParam } from './issues';
import { paged } from './paging';
import { param, type RestRequest, type Route, repositoryParam, signedIn } from './router';

const BASE = '/repos/:owner/:repo';

export const LABEL_ROUTES: readonly Route[] = [
  ['GET', `${BASE}/labels`, list],
  ['POST', `${BASE}/labels`, create],
  ['GET', `${BASE}/labels/:name`, read],
  ['PATCH', `${BASE}/labels/:name`, update],
  ['DELETE', `${BASE}/labels/:name`, remove],
  ['GET', `${BASE}/issues/:number/labels`, listOfIssue],
  ['POST', `${BASE}/issues/:number/labels`, addToIssue],
  ['PUT', `${BASE}/issues/:number/labels`, setOfIssue],
  ['DELETE', `${BASE}/issues/:number/labels`, clearIssue],
  ['DELETE', `${BASE}/issues/:number/labels/:name`, removeFromIssue],
];

function list(request: RestRequest): SandboxResponse {
  const labels = listLabels(request.store, repositoryParam(request));
  return paged(request, labels, (label) => labelShape(request.context, label));
}

function labelParam(request: RestRequest): Label {
  const label = findLabel(request.store, repositoryParam(request), param(request, 'name'));
  if (!label) throw notFound();
  return label;
}

function create(request: RestRequest): SandboxResponse {
  const fields = readFields(request);
  const label = createLabel(request.primary, signedIn(request), repositoryParam(request), {
    name: textField(fields, 'name') ?? '',
    color: textField(fields, 'color'),
    description: nullableTextField(fields, 'description'),
  });
  const shape = labelShape(request.written, label);
  return json(201, shape, { location: shape.url });
}

function read(request: RestRequest): SandboxResponse {
  return json(200, labelShape(request.context, labelParam(request)));
}

function update(request: RestRequest): SandboxResponse {
  const fields = readFields(request);
  const label = updateLabel(request.primary, signedIn(request), labelParam(request), {
    name: textField(fields, 'new_name') ?? textField(fields, 'name') ?? param(request, 'name'),
    color: textField(fields, 'color'),
    description: nullableTextField(fields, 'description'),
  });
  return json(200, labelShape(request.written, label));
}

function remove(request: RestRequest): SandboxResponse {
  deleteLabel(request.primary, signedIn(request), labelParam(request));
  return { status: 204 };
}

function listOfIssue(request: RestRequest): SandboxResponse {
  const labels = labelsOf(request.store, issueParam(request));
  return paged(request, labels, (label) => labelShape(request.context, label));
}

function addToIssue(request: RestRequest): SandboxResponse {
  const names = readNames(request);
  return labelled(
    request,
    addLabels(request.primary, signedIn(request), issueParam(request), names),
  );
}

function setOfIssue(request: RestRequest): SandboxResponse {
  const names = readNames(request);
  return labelled(
    request,
    setLabels(request.primary, signedIn(request), issueParam(request), names),
  );
}

function clearIssue(request: RestRequest): SandboxResponse {
  setLabels(request.primary, signedIn(request), issueParam(request), []);
  return { status: 204 };
}

function removeFromIssue(request: RestRequest): SandboxResponse {
  const name = param(request, 'name');
  return labelled(
    request,
    removeLabel(request.primary, signedIn(request), issueParam(request), name),
  );
}

function labelled(request: RestRequest, issue: Issue): SandboxResponse {
  const labels = labelsOf(request.primary, issue);
  return json(
    200,
    labels.map((label) => labelShape(request.written, label)),
  );
}

/** A bare list, or `{labels: […]}`; of names or of objects with one. */
function readNames(request: RestRequest): string[] {
  const value = readJson(request);
  return texts(isFields(value) ? (value.labels ?? []) : value, 'name');
}
