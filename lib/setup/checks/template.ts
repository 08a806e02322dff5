/** A check within the repository of what makes writing a post easy. */
import { parse } from 'yaml';
import { entriesOf, textAt, valueAt } from '../../unknown-fields';
import { templateAddress } from '../add-template';
import { type Check, type Finding, fail, fullName, ok, type Subject, warn } from '../finding';

const FOLDER = '.github/ISSUE_TEMPLATE';

interface Template {
  name: string;
  labels: string[];
}

/** "New post" is among the issue templates, and its labels are in the repository. */
export const checkTemplate: Check = async (subject) => {
  const { config } = subject;
  const templates = await readTemplates(subject);
  if (templates === null) return [];
  const label = config.publishLabel.toLowerCase();
  const fitting = templates.find(({ labels }) =>
    labels.some((name) => name.toLowerCase() === label),
  );
  const add = templateAddress(config);
  if (!fitting) {
    const sentence =
      templates.length === 0
        ? 'The repository has no issue template: every post begins on a blank page, without its label.'
        : `No issue template brings the label “${config.publishLabel}”: ${templates.map(({ name }) => name).join(', ')}.`;
    return [warn('template', sentence, 'Add "New post"; the link fills it in.', add)];
  }
  const missing = await missingLabels(subject, fitting.labels);
  return missing.length > 0
    ? missing
    : [ok('template', `The issue template ${fitting.name} brings its label.`)];
};

/** Null where they cannot be read. */
async function readTemplates(subject: Subject): Promise<Template[] | null> {
  const folder = await read(subject, FOLDER);
  if (folder.status === 404) return [];
  if (folder.status !== 200) return null;
  const names = entriesOf(folder.body)
    .map((entry) => textAt(entry, 'name') ?? '')
    .filter((name) => /\.(md|ya?ml)$/i.test(name) && !/^config\.ya?ml$/i.test(name));
  return Promise.all(
    names.map(async (name) => {
      const file = await read(subject, `${FOLDER}/${encodeURIComponent(name)}`);
      const text = Buffer.from(textAt(file.body, 'content') ?? '', 'base64').toString('utf8');
      return { name, labels: labelsIn(name, text) };
    }),
  );
}

/** An App without the right to contents sees a public repository's as everybody does. */
async function read(subject: Subject, file: string) {
  const path = `/repos/${fullName(subject)}/contents/${file}`;
  const own = await subject.ask({ method: 'GET', path, as: 'blog' });
  return own.status === 403 ? subject.ask({ method: 'GET', path, as: 'nobody' }) : own;
}

/** A form is YAML; a Markdown template has it at its top. Labels are a list or separated by commas. */
function labelsIn(name: string, text: string): string[] {
  const yaml = name.toLowerCase().endsWith('.md')
    ? (/^---\r?\n([\s\S]*?)\r?\n---/.exec(text)?.[1] ?? '')
    : text;
  try {
    const labels = valueAt(parse(yaml), 'labels');
    const names = typeof labels === 'string' ? labels.split(',') : entriesOf(labels).map(String);
    return names.map((label) => label.trim()).filter(Boolean);
  } catch {
    return [];
  }
}

/** GitHub leaves out labels that are not in the repository without a word. */
async function missingLabels(subject: Subject, labels: string[]): Promise<Finding[]> {
  const { config, ask } = subject;
  const name = fullName(subject);
  const answers = await Promise.all(
    labels.map((label) =>
      ask({
        method: 'GET',
        path: `/repos/${name}/labels/${encodeURIComponent(label)}`,
        as: 'blog',
      }),
    ),
  );
  const missing = labels.filter((_, index) => answers[index]?.status === 404);
  return missing.map((label) =>
    fail(
      'template',
      `The issue template sets the label “${label}”, which the repository does not have; GitHub leaves it out silently.`,
      'Create the label, or correct the template.',
      `${config.serverUrl}/${name}/labels`,
    ),
  );
}
