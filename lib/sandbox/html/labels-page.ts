/** `/OWNER/REPO/labels`: the labels, and forms to add, rename and delete them. */
import { redirect } from '../http';
import type { Label } from '../model';
import { createLabel, deleteLabel, findLabel, listLabels, notFound, updateLabel } from '../store';
import { html, type Markup } from './markup';
import { page } from './page';
import { button, labelBadge, repositoryTabs } from './parts';
import { field, mayAs, type PageHandler, type RepositoryView, repositoryView } from './view';

export const showLabels: PageHandler = (plain) => {
  const view = repositoryView(plain);
  const { base, store, repository } = view;
  const editable = mayAs(view, 'write');
  return page(view.request, view.visitor, {
    title: `Labels of ${base.slice(1)}`,
    content: html`${repositoryTabs(view, 'labels')}
<h1>Labels</h1>
<ul class="issues">${listLabels(store, repository).map(
      (label) =>
        html`<li>${labelBadge(base, label)} <span class="muted">${label.description}</span>${
          editable && labelForms(view, label)
        }</li>`,
    )}</ul>
${editable && newLabelForm(base)}`,
  });
};

function labelForms({ base }: RepositoryView, label: Label): Markup {
  const action = `${base}/labels/${encodeURIComponent(label.name)}`;
  const id = `label-${label.id}`;
  return html`<details><summary>Edit ${label.name}</summary>
<form class="row" method="post" action="${action}/edit">
<label class="plain" for="${id}-name">Name</label> <input type="text" id="${id}-name" name="name" value="${label.name}" required>
<label class="plain" for="${id}-color">Colour</label> <input type="text" id="${id}-color" name="color" value="${label.color}" size="7">
<label class="plain" for="${id}-description">Description</label> <input type="text" id="${id}-description" name="description" value="${label.description}">
<button class="small">Save</button></form>
${button(`${action}/delete`, 'delete', `Delete ${label.name}`, 'small danger')}</details>`;
}

function newLabelForm(base: string): Markup {
  return html`<h2>New label</h2>
<form class="row" method="post" action="${base}/labels">
<label class="plain" for="name">Name</label> <input type="text" id="name" name="name" required>
<label class="plain" for="color">Colour</label> <input type="text" id="color" name="color" value="5a7d9a" size="7">
<label class="plain" for="description">Description</label> <input type="text" id="description" name="description">
<button>Create label</button></form>`;
}

export const addLabel: PageHandler = (plain) => {
  const view = repositoryView(plain);
  createLabel(view.store, view.visitor, view.repository, {
    name: field(view, 'name'),
    color: field(view, 'color') || undefined,
    description: field(view, 'description') || null,
  });
  return redirect(`${view.base}/labels`, 303);
};

export const editLabel: PageHandler = (plain) => {
  const view = repositoryView(plain);
  updateLabel(view.store, view.visitor, labelOfView(view), {
    name: field(view, 'name'),
    color: field(view, 'color'),
    description: field(view, 'description') || null,
  });
  return redirect(`${view.base}/labels`, 303);
};

export const removeLabelForGood: PageHandler = (plain) => {
  const view = repositoryView(plain);
  deleteLabel(view.store, view.visitor, labelOfView(view));
  return redirect(`${view.base}/labels`, 303);
};

function labelOfView({ store, repository, params }: RepositoryView): Label {
  const label = findLabel(store, repository, params[2] ?? '');
  if (!label) throw notFound();
  return label;
}
