/**
 * The Markdown that GitHub reads in an issue, as a remark plugin: remark-gfm and GitHub's maths, with
 * the constructs left out that this body cannot use.
 */
import type { Extension as FromMarkdownExtension } from 'mdast-util-from-markdown';
import type { Construct, ConstructRecord, Extension } from 'micromark-util-types';
import remarkGfm from 'remark-gfm';
import type { Processor } from 'unified';
import type { Features } from '../source';
import { withBrackets } from './autolinks';
import { remarkGitHubMaths } from './maths';

/** Teaches a processor the dialect. @param features see `detectFeatures` */
export function remarkDialect(this: Processor, features: Features): void {
  if (usesGfm(features)) addGfm(this, features);
  if (features.maths) remarkGitHubMaths.call(this);
}

function usesGfm(features: Features): boolean {
  return (
    features.wwwAutolink ||
    features.protocolAutolink ||
    features.strikethrough ||
    features.table ||
    features.footnote ||
    features.taskList
  );
}

function addGfm(processor: Processor, features: Features): void {
  remarkGfm.call(processor);
  const unused = unusedConstructs(features);
  const data = processor.data();
  data.micromarkExtensions = (data.micromarkExtensions ?? []).map((extension) =>
    withoutConstructs(extension, unused),
  );
  data.fromMarkdownExtensions = (data.fromMarkdownExtensions ?? []).map(withoutTransforms);
}

function unusedConstructs(features: Features): Set<string> {
  const names: [boolean, string[]][] = [
    [false, ['emailAutolink']], // See `remarkEmails`.
    [features.wwwAutolink, ['wwwAutolink']],
    [features.protocolAutolink, ['protocolAutolink']],
    [features.strikethrough, ['strikethrough']],
    [features.table, ['table']],
    [features.footnote, ['gfmFootnoteCall', 'gfmPotentialFootnoteCall', 'gfmFootnoteDefinition']],
    [features.taskList, ['tasklistCheck']],
  ];
  return new Set(names.flatMap(([used, constructs]) => (used ? [] : constructs)));
}

/** A micromark extension without the named constructs; characters left with none are dropped. */
function withoutConstructs(extension: Extension, unused: Set<string>): Extension {
  const kept: Extension = { ...extension };
  for (const field of ['document', 'flow', 'text'] as const) {
    const record = extension[field];
    if (record) kept[field] = filterRecord(record, unused);
  }
  return kept;
}

function filterRecord(record: ConstructRecord, unused: Set<string>): ConstructRecord {
  const kept: ConstructRecord = {};
  for (const [code, value] of Object.entries(record)) {
    const constructs = (Array.isArray(value) ? value : [value]).filter(
      (construct): construct is Construct =>
        construct !== undefined && !(construct.name && unused.has(construct.name)),
    );
    if (constructs.length > 0) Object.assign(kept, { [code]: constructs.map(adapted) });
  }
  return kept;
}

function adapted(construct: Construct): Construct {
  const isAutolink = construct.name === 'wwwAutolink' || construct.name === 'protocolAutolink';
  return isAutolink ? withBrackets(construct) : construct;
}

function withoutTransforms(
  extension: FromMarkdownExtension[] | FromMarkdownExtension,
): FromMarkdownExtension[] | FromMarkdownExtension {
  if (Array.isArray(extension)) return extension.flatMap(withoutTransforms);
  const { transforms: _, ...rest } = extension;
  return rest;
}
