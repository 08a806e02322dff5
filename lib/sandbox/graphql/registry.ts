/** Every resolver, under the name of its type. */
import type { GraphQLSchema } from 'graphql';
import { mutationFields } from './mutations/index';
import { botFields, mannequinFields, organizationFields, userFields } from './objects/actor';
import { commentFields } from './objects/comment';
import { userContentEditFields } from './objects/edit';
import {
  blobFields,
  commitFields,
  refFields,
  treeEntryFields,
  treeFields,
} from './objects/git-object';
import { issueFields, pullRequestFields } from './objects/issue';
import { labelFields } from './objects/label';
import { milestoneFields } from './objects/milestone';
import { reactionFields, reactionGroupFields } from './objects/reaction';
import { pinnedIssueFields, repositoryFields } from './objects/repository';
import { issueTemplateFields } from './objects/template';
import { timelineFields } from './objects/timeline';
import { connectionFields, edgeFields, pageInfoFields } from './pagination';
import { queryFields } from './query';
import { loadSchema } from './schema';
import { typeOf } from './type-of';

let schema: GraphQLSchema | null = null;

/** GitHub's schema with the resolvers attached; read once, on first use (it takes half a second). */
export function schemaWithResolvers(): GraphQLSchema {
  schema ??= loadSchema(
    {
      Query: queryFields,
      Mutation: mutationFields,
      Connection: connectionFields,
      Edge: edgeFields,
      PageInfo: pageInfoFields,
      Repository: repositoryFields,
      RepositoryTopic: { topic: (topic) => topic },
      Issue: issueFields,
      PullRequest: pullRequestFields,
      IssueComment: commentFields,
      Label: labelFields,
      Milestone: milestoneFields,
      PinnedIssue: pinnedIssueFields,
      IssueTemplate: issueTemplateFields,
      Reaction: reactionFields,
      ReactionGroup: reactionGroupFields,
      UserContentEdit: userContentEditFields,
      User: userFields,
      Organization: organizationFields,
      Bot: botFields,
      Mannequin: mannequinFields,
      Ref: refFields,
      Commit: commitFields,
      Tree: treeFields,
      TreeEntry: treeEntryFields,
      Blob: blobFields,
      ...timelineFields,
    },
    typeOf,
  );
  return schema;
}
