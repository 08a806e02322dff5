/**
 * What the reader does on a control before the framework is there: the first press and all typed
 * text are kept, and happen again when it is.
 */
type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export interface Acts {
  /** Lets everything that was kept happen. */
  replay(): void;
  /** The framework does not come; nothing is kept from the browser any more. */
  giveUp(): void;
}

/** Begins with what the boot script kept. */
export function rememberActs(): Acts {
  const typed = new Map<Field, string>();
  let pressed: (() => void) | null = null;
  let busy: Element | null = null;
  let over = false;

  function see(event: Event): void {
    if (over) return;
    const { target } = event;
    if (event.type === 'input' && isField(target)) typed.set(target, target.value);
    if (event.type === 'click') keepPress(buttonOf(target));
    if (event.type === 'submit') keepSubmission(event);
  }

  function keepPress(button: HTMLElement | null): void {
    if (button) keep(button, () => button.click());
  }

  /** A form that says where it goes works without the framework. */
  function keepSubmission(event: Event): void {
    const form = event.target;
    if (!(form instanceof HTMLFormElement) || form.hasAttribute('action')) return;
    const submitter = event instanceof SubmitEvent ? event.submitter : null;
    keep(submitter ?? form, () => form.requestSubmit(submitter));
  }

  function keep(control: Element, act: () => void): void {
    if (pressed) return;
    pressed = () => control.isConnected && act();
    busy = control;
    control.setAttribute('aria-busy', 'true');
  }

  function end(): void {
    over = true;
    busy?.removeAttribute('aria-busy');
  }

  // What stands in the fields now may have come from the browser, on return to the page.
  for (const field of document.querySelectorAll('[data-hydrate] :is(input, textarea, select)')) {
    if (isField(field) && isChanged(field)) typed.set(field, field.value);
  }
  const acts = window.earlyEvents ?? [];
  acts.push = (...events) => {
    for (const event of events) see(event);
    return 0;
  };
  for (const event of acts.splice(0)) see(event);

  return {
    replay() {
      end();
      for (const [field, text] of typed) if (field.isConnected) type(field, text);
      pressed?.();
    },
    giveUp: end,
  };
}

/** A press on a link, a summary or a field does its work by itself; a submit button sends its form. */
function buttonOf(target: EventTarget | null): HTMLElement | null {
  const control = target instanceof Element ? target.closest('button, a, summary, input') : null;
  return control instanceof HTMLButtonElement && control.type === 'button' ? control : null;
}

function isField(target: EventTarget | null): target is Field {
  return (
    target instanceof HTMLTextAreaElement ||
    target instanceof HTMLSelectElement ||
    (target instanceof HTMLInputElement && !/^(?:checkbox|radio|file|hidden)$/.test(target.type))
  );
}

function isChanged(field: Field): boolean {
  return 'defaultValue' in field && field.value !== field.defaultValue;
}

/**
 * React only hears of a value that differs from the one it saw last, and it may have seen this one;
 * so the field is emptied first. Its caret stays.
 */
function type(field: Field, text: string): void {
  const caret = 'selectionStart' in field ? field.selectionStart : null;
  for (const value of ['', text]) {
    const prototype: unknown = Object.getPrototypeOf(field);
    Reflect.set(Object(prototype), 'value', value, field);
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }
  if ('setSelectionRange' in field && caret !== null) field.setSelectionRange(caret, caret);
}
