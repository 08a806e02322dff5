/**
 * The embedded GitHub's one store, behind REST, GraphQL, git and the HTML pages. Every change is a
 * function that checks the actor's permission, moves the times, keeps the history and emits the
 * webhook events, so that all four behave alike.
 */
export * from './store/accounts';
export * from './store/assignment';
export * from './store/comments';
export * from './store/core';
export * from './store/departure';
export * from './store/errors';
export * from './store/events';
export * from './store/issues';
export * from './store/labelling';
export * from './store/labels';
export * from './store/lookup';
export * from './store/milestones';
export * from './store/moderation';
export * from './store/node-ids';
export * from './store/permissions';
export * from './store/reactions';
export * from './store/repositories';
export * from './store/text';
