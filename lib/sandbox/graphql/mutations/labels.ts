/** The labels of a repository, and which issue carries which. */
import {
  addLabels,
  createLabel,
  currentIssue,
  deleteLabel,
  removeLabel,
  setLabels,
  updateLabel,
} from '../../store';
import { readText, readTexts, requireText } from '../arguments';
import type { Mutation } from './mutation';
import { issueById, labelById, repositoryById } from './nodes';

export const labelMutations: Readonly<Record<string, Mutation>> = {
  addLabelsToLabelable(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'labelableId'));
    const names = (readTexts(input, 'labelIds') ?? []).map(
      (id) => labelById(store, actor, id).name,
    );
    return { labelable: addLabels(store, actor, issue, names) };
  },
  removeLabelsFromLabelable(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'labelableId'));
    for (const id of readTexts(input, 'labelIds') ?? []) {
      const label = labelById(store, actor, id);
      if (issue.labelIds.includes(label.id)) removeLabel(store, actor, issue, label.name);
    }
    return { labelable: currentIssue(store, issue) };
  },
  clearLabelsFromLabelable(input, store, actor) {
    const issue = issueById(store, actor, requireText(input, 'labelableId'));
    return { labelable: setLabels(store, actor, issue, []) };
  },
  createLabel(input, store, actor) {
    const repository = repositoryById(store, actor, requireText(input, 'repositoryId'));
    const label = createLabel(store, actor, repository, {
      name: requireText(input, 'name'),
      color: requireText(input, 'color'),
      description: readText(input, 'description'),
    });
    return { label };
  },
  updateLabel(input, store, actor) {
    const label = labelById(store, actor, requireText(input, 'id'));
    const patch = {
      name: readText(input, 'name') ?? undefined,
      color: readText(input, 'color') ?? undefined,
      description: readText(input, 'description') ?? undefined,
    };
    return { label: updateLabel(store, actor, label, patch) };
  },
  deleteLabel(input, store, actor) {
    deleteLabel(store, actor, labelById(store, actor, requireText(input, 'id')));
    return {};
  },
};
