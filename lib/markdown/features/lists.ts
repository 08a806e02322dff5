/** Task lists, tables: what they need to be understood and used without a mouse or a wide screen. */
import type { Decorator } from '../page';

/** A task's box, which says in words whether it is ticked. */
export const decorateInput: Decorator = (element) => {
  if (element.properties.type !== 'checkbox') return [];
  const { checked } = element.properties;
  element.properties = {
    type: 'checkbox',
    className: ['task-list-item-checkbox'],
    disabled: true,
    ...(checked ? { checked: true } : {}),
    ariaLabel: checked ? 'Completed task' : 'Incomplete task',
  };
  return undefined;
};

/** A table scrolls by itself where it is too wide, so it can be reached by keyboard. */
export const decorateTable: Decorator = (element) => {
  element.properties.tabIndex = 0;
  return undefined;
};
