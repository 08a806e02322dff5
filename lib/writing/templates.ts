/**
 * What a post can start from: the repository's issue templates, and its issue forms as the Markdown
 * that GitHub would make of them. Sources: "Configuring issue templates" and "Syntax for GitHub's
 * form schema" in GitHub's docs.
 */
import { parse } from 'yaml';
import type { FormFile, IssueTemplateNode } from '../github/get-writing';
import { entriesOf, type Fields, isFields, textOf, valueAt } from '../unknown-fields';
import type { PostTemplate } from './shapes';

/**
 * @param isTag whether a label is a tag, and not one that steers the blog
 * @returns templates before forms; a file that is no form is left out
 */
export function listTemplates(
  templates: readonly IssueTemplateNode[],
  forms: readonly FormFile[],
  isTag: (label: string) => boolean,
): PostTemplate[] {
  const written = templates.map((template) => fromTemplate(template, isTag));
  const known = new Set(written.map(({ id }) => id));
  const filled = forms.flatMap((form) =>
    known.has(form.filename) ? [] : (fromForm(form, isTag) ?? []),
  );
  return [...written, ...filled];
}

function fromTemplate(
  { filename, name, about, title, body, labels }: IssueTemplateNode,
  isTag: (label: string) => boolean,
): PostTemplate {
  const tags = (labels?.nodes ?? []).flatMap((label) => (label ? [label.name] : []));
  return {
    id: filename,
    name,
    about: about ?? '',
    title: title ?? '',
    body: body ?? '',
    tags: tags.filter(isTag),
  };
}

/** @returns null for what is not a form */
function fromForm(
  { filename, text }: FormFile,
  isTag: (label: string) => boolean,
): PostTemplate | null {
  const form = readYaml(text);
  if (!isFields(form) || typeof form.name !== 'string' || !Array.isArray(form.body)) return null;
  return {
    id: filename,
    name: form.name,
    about: textOf(form.description),
    title: textOf(form.title),
    body: form.body.flatMap((element: unknown) => writeElement(element) ?? []).join('\n\n'),
    tags: namesOf(form.labels).filter(isTag),
  };
}

/** GitHub writes each field's label as a heading of the third level, and its answer beneath. */
function writeElement(element: unknown): string | null {
  if (!isFields(element) || !isFields(element.attributes)) return null;
  const { attributes } = element;
  const heading = `### ${textOf(attributes.label)}`;
  switch (element.type) {
    case 'input':
    case 'textarea':
      return `${heading}\n\n${writeValue(attributes)}`;
    case 'dropdown':
      return `${heading}\n\n${namesOf(attributes.options)[Number(attributes.default ?? 0)] ?? ''}`;
    case 'checkboxes':
      return `${heading}\n\n${writeChecks(attributes.options)}`;
    default:
      // What only explains the form is not part of the issue.
      return null;
  }
}

function writeValue({ value, render }: Fields): string {
  const text = textOf(value).trimEnd();
  return typeof render === 'string' && text ? `\`\`\`${render}\n${text}\n\`\`\`` : text;
}

function writeChecks(options: unknown): string {
  const labels = entriesOf(options).map((option) => textOf(valueAt(option, 'label')));
  return labels.map((label) => `- [ ] ${label}`).join('\n');
}

/** A list, or names between commas. */
function namesOf(value: unknown): string[] {
  const names: unknown[] = Array.isArray(value) ? value : textOf(value).split(',');
  return names.map((name) => textOf(name).trim()).filter(Boolean);
}

function readYaml(text: string): unknown {
  try {
    return parse(text, { maxAliasCount: 20 });
  } catch {
    return null;
  }
}
