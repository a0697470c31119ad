/** What the dialogs have in common in which something is asked for again, and that for what was done. */
import { Problem, api } from '../../shared/api.js';
import { html } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { Refusal } from '../../shared/form.js';
import { orRead } from '../../shared/requests/part.js';
import { itemName } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import './parts.js';

/** Properties: `resource`; `item`; `read()`, which reads anew what the page shows. */
export class AskAgain extends FormDialog {
  lead() {
    return html`<p>${t('sendBack.lead')}</p>`;
  }

  /** The client reads it. */
  reason(form) {
    return form.lines({ name: 'reason', label: t('sendBack.reason'), hint: t('sendBack.reason.hint'), required: true, rows: 4 });
  }

  async post(body) {
    try {
      return await orRead(this.read, () => api.post(this.resource, { body, once: true }));
    } catch (error) {
      throw error instanceof Problem && error.is('limit-reached') ? new Refusal(t('sendBack.limit-reached')) : error;
    }
  }
}

export class ReopenItem extends AskAgain {
  heading() {
    return t('reopen.title', { name: itemName(this.item) });
  }

  action() {
    return t('requested.reopen');
  }

  fields(form) {
    return this.reason(form);
  }

  send({ reason }) {
    return this.post({ itemIds: [this.item.itemId], reason });
  }
}

customElements.define('reopen-item', ReopenItem);
