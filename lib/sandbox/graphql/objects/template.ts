/** `IssueTemplate`. */
import { findLabel, findUser } from '../../store';
import { connect } from '../pagination';
import type { IssueTemplate } from '../templates';
import type { Fields } from '../types';
import { readLabels } from './label';

export const issueTemplateFields: Fields<IssueTemplate> = {
  name: ({ name }) => name,
  filename: ({ filename }) => filename,
  about: ({ about }) => about,
  title: ({ title }) => title,
  body: ({ body }) => body,
  labels: ({ repository, labels }, args, { store }) =>
    readLabels(
      labels.flatMap((name) => findLabel(store, repository, name) ?? []),
      args,
    ),
  assignees: ({ assignees }, args, { store }) =>
    connect(
      assignees.flatMap((login) => findUser(store, login) ?? []),
      args,
      { key: ({ id }) => [id] },
    ),
};
