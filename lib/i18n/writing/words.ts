/**
 * The one shape of the editor's words. They travel with its pages, in one language, so that readers
 * never load them. `{name}` marks a place to fill.
 */
import type { Plural } from '../messages';

export interface WritingWords {
  newTitle: string;
  editTitle: string;
  opening: string;
  needsScript: string;
  writeOnGitHub: string;
  editOnGitHub: string;
  signInToWrite: string;
  signInToEdit: string;
  signInOff: string;
  tryAgain: string;
  backToPost: string;

  template: string;
  emptyPage: string;
  title: string;
  text: string;
  textHint: string;
  tags: string;
  addTag: string;
  removeTag: string;
  series: string;
  noSeries: string;
  details: string;
  date: string;
  dateHelp: string;
  description: string;
  descriptionHelp: string;
  slug: string;
  slugHelp: string;
  canonical: string;
  canonicalHelp: string;
  cover: string;
  coverHelp: string;
  language: string;
  languageHelp: string;
  metadataInText: string;

  formatting: string;
  bold: string;
  italic: string;
  heading: string;
  quote: string;
  code: string;
  link: string;
  list: string;
  numberedList: string;
  image: string;
  imageHelp: string;
  sendingImage: string;
  imageTooLarge: string;
  mayNotUpload: string;
  describeImage: string;

  write: string;
  preview: string;
  previewEmpty: string;
  untitled: string;
  notes: string;
  line: string;

  words: Plural;
  tooLong: Plural;
  kept: string;
  notKept: string;
  restored: string;
  startOver: string;
  otherTab: string;

  publish: string;
  schedule: string;
  propose: string;
  saveDraft: string;
  save: string;
  sending: string;
  proposes: string;

  published: string;
  scheduled: string;
  drafted: string;
  proposed: string;
  saved: string;
  missingTags: string;
  late: string;
  seePost: string;
  seePreview: string;
  seeIssue: string;

  changedBy: string;
  changed: string;
  compare: string;
  gone: string;
  unpublished: string;
  mergeTitle: string;
  mergeHelp: string;
  mine: string;
  theirs: string;
  both: string;
  place: string;
  result: string;
  useMerged: string;
  backToText: string;
  merged: string;
  nothing: string;
}
