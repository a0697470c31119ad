/**
 * A dialog with a form. `await NewClient.open({ firmId })` shows it, and gives what it was closed with, or undefined.
 *
 * A subclass has `heading()`, `fields()`, `action()` and `send(values, form)`, which returns what the dialog ends with, or
 * `AGAIN` when there is another step, with other fields. It may ask in `mayLeave()` before what was entered is lost.
 */
import { Element, html, nothing } from './element.js';
import { Form } from './form.js';
import { t } from './texts.js';

export const AGAIN = Symbol('again');

export class FormDialog extends Element {
  wide = false;

  form = new Form(this, async (values, form) => {
    const result = await this.send(values, form);
    if (result === AGAIN) {
      this.requestUpdate();
      await this.updateComplete;
      form.elements[0].focus();
    } else {
      this.result = result;
      this.dialog.close();
    }
  });

  static open(properties = {}) {
    return new Promise((resolve) => {
      document.body.append(Object.assign(new this(), properties, { resolve }));
    });
  }

  get dialog() {
    return this.querySelector('dialog');
  }

  firstUpdated() {
    this.dialog.showModal();
  }

  #closed = () => {
    this.remove();
    this.resolve(this.result);
  };

  #leave = async (event) => {
    event.preventDefault();
    if (await this.mayLeave()) {
      this.dialog.close();
    }
  };

  /** Whether the dialog closes without what was entered. */
  async mayLeave() {
    return true;
  }

  lead() {
    return nothing;
  }

  view() {
    const { form } = this;
    return html`<dialog class="dialog ${this.wide ? 'wide' : ''}" aria-labelledby="dialog-heading" @cancel=${this.#leave} @close=${this.#closed}>
      <h2 id="dialog-heading">${this.heading()}</h2>
      ${this.lead()}
      <form @submit=${form.submit} novalidate>
        ${form.alert()} ${this.fields(form)}
        <div class="actions">
          ${form.button(this.action())}
          <button type="button" class="button" @click=${this.#leave}>${t('action.cancel')}</button>
        </div>
      </form>
    </dialog>`;
  }
}

/** A choice of a few, one of which is chosen: `[[value, label, hint], …]`. */
export function choices({ name, legend, value, options }) {
  return html`<fieldset class="choices">
    <legend>${legend}</legend>
    ${options.map(
      ([each, label, hint]) => html`<label class="choice">
        <input type="radio" name=${name} value=${each} ?checked=${each === value} />
        <span><strong>${label}</strong>${hint ? html`<span class="hint">${hint}</span>` : nothing}</span>
      </label>`,
    )}
  </fieldset>`;
}
