/**
 * A form that sends once, shows each fault beside its field, and puts the focus on the first of them.
 *
 *     form = new Form(this, async ({ email }) => { … });
 *
 *     html`<form @submit=${this.form.submit} novalidate>
 *       ${this.form.alert()}
 *       ${this.form.field({ name: 'email', label: t('field.email'), type: 'email', required: true })}
 *       ${this.form.button(t('reset.send'))}
 *     </form>`
 *
 * What the browser can check is checked first; the faults that the API reports are found by their JSON pointer. Throw
 * `new Fault({ code: t('…') })` for those that only the page knows.
 */
import { Problem } from './api.js';
import { announce } from './app.js';
import { html, nothing } from './element.js';
import { notice, problemText } from './page.js';
import { SessionEnded } from './session.js';
import { hasText, t } from './texts.js';

/** Faults of fields that only the page knows: texts by the names of fields. */
export class Fault extends Error {
  constructor(faults) {
    super('Fault');
    this.faults = faults;
  }
}

/** What is wrong with the whole, in words for the person. */
export class Refusal extends Error {}

let ids = 0;

export class Form {
  #host;
  #send;
  #id = `form${++ids}`;
  busy = false;
  faults = {};
  refusal;

  constructor(host, send) {
    this.#host = host;
    this.#send = send;
  }

  submit = async (event) => {
    event.preventDefault();
    if (this.busy) {
      return;
    }
    const form = event.currentTarget;
    const values = Object.fromEntries(new FormData(form, event.submitter));
    this.refusal = undefined;
    this.faults = this.#invalid(form);
    if (Object.keys(this.faults).length === 0) {
      this.busy = true;
      this.#host.requestUpdate();
      try {
        await this.#send(values, form);
      } catch (error) {
        this.#refuse(error, form);
      } finally {
        this.busy = false;
      }
    }
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    this.#focusFault(form);
  };

  #invalid(form) {
    return Object.fromEntries(
      [...form.elements]
        .filter((element) => element.name && !element.validity.valid)
        .map((element) => [element.name, faultText(element.validity.valueMissing ? 'required' : 'format', element.name)]),
    );
  }

  #refuse(error, form) {
    if (error instanceof SessionEnded) {
      return;
    }
    if (error instanceof Fault) {
      this.faults = error.faults;
      return;
    }
    if (error instanceof Problem && error.errors.length > 0) {
      const known = error.errors.map((fault) => ({ ...fault, name: fieldOf(fault.pointer ?? '', form) }));
      this.faults = Object.fromEntries(
        known.filter(({ name }) => name).map(({ name, code }) => [name, faultText(code, name)]),
      );
      const others = known.filter(({ name }) => !name);
      this.refusal = others.length > 0 ? others.map(({ detail }) => detail).join(' ') : undefined;
      return;
    }
    this.refusal = error instanceof Refusal ? error.message : problemText(error);
  }

  #focusFault(form) {
    const [name] = Object.keys(this.faults);
    const field = name && form.isConnected ? form.elements[name] : undefined;
    if (field) {
      (field.length === undefined || field.tagName ? field : field[0]).focus();
    } else if (this.refusal) {
      announce(this.refusal);
      form.querySelector('.notice')?.scrollIntoView({ block: 'nearest' });
    }
  }

  alert() {
    return this.refusal ? notice('bad', this.refusal) : nothing;
  }

  /** A field with its label, a hint, and what is wrong with it. */
  field({ name, label, hint, value = '', type = 'text', ...attributes }) {
    return this.labelled(
      { name, label, hint },
      ({ id, described, invalid }) => html`<input
        id=${id}
        name=${name}
        type=${type}
        value=${value}
        aria-describedby=${described}
        aria-invalid=${invalid}
        ?required=${attributes.required}
        autocomplete=${attributes.autocomplete ?? 'off'}
        inputmode=${attributes.inputmode ?? nothing}
        maxlength=${attributes.maxlength ?? nothing}
        pattern=${attributes.pattern ?? nothing}
        autocapitalize=${attributes.autocapitalize ?? nothing}
        spellcheck=${attributes.spellcheck ?? nothing}
      />`,
    );
  }

  /** A field for several lines. */
  lines({ name, label, hint, value = '', required = false, rows = 9 }) {
    return this.labelled(
      { name, label, hint },
      ({ id, described, invalid }) => html`<textarea
        id=${id}
        name=${name}
        rows=${rows}
        dir="auto"
        .value=${value}
        aria-describedby=${described}
        aria-invalid=${invalid}
        ?required=${required}
      ></textarea>`,
    );
  }

  /** A control of the caller's, `control({id, described, invalid})`, with what belongs to a field. */
  labelled({ name, label, hint }, control) {
    const id = `${this.#id}-${name}`;
    const fault = this.faults[name];
    const described = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ') || nothing;
    return html`<div class="field ${fault ? 'faulty' : ''}">
      <label for=${id}>${label}</label>
      ${hint ? html`<p class="hint" id="${id}-hint">${hint}</p>` : nothing}
      ${control({ id, described, invalid: fault ? 'true' : nothing })}
      ${fault ? html`<p class="fault" id="${id}-fault">${fault}</p>` : nothing}
    </div>`;
  }

  button(label, { kind = 'primary', name, value } = {}) {
    return html`<button
      class="button ${kind}"
      name=${name ?? nothing}
      value=${value ?? nothing}
      aria-disabled=${this.busy ? 'true' : nothing}
    >
      ${this.busy ? html`<span class="spinner"></span>` : nothing}${label}
    </button>`;
  }
}

/** The field of a JSON pointer: "items/2/choices" is that of `/items/2/choices/0`. */
function fieldOf(pointer, form) {
  const way = pointer.split('/').slice(1);
  return way.map((_, index) => way.slice(0, way.length - index).join('/')).find((name) => form.elements[name]);
}

/** A fault in the words of its field, or else of its code. */
function faultText(code, name) {
  const own = `fault.${name.split('/').at(-1)}.${code}`;
  const common = `fault.${code}`;
  return hasText(own) ? t(own) : t(hasText(common) ? common : 'fault.format');
}
