/** The dialogs in which what is asked for is changed. */
import { api } from '../../shared/api.js';
import { html } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { itemName } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import './parts.js';

/** Asks once more for what was done, with a reason that the client reads. */
export class ReopenItem extends FormDialog {
  heading() {
    return t('reopen.title', { name: itemName(this.item) });
  }

  lead() {
    return html`<p>${t('sendBack.lead')}</p>`;
  }

  action() {
    return t('requested.reopen');
  }

  fields(form) {
    return form.lines({ name: 'reason', label: t('sendBack.reason'), hint: t('sendBack.reason.hint'), required: true, rows: 4 });
  }

  send({ reason }) {
    return api.post(this.resource, { body: { itemIds: [this.item.itemId], reason }, once: true });
  }
}

customElements.define('reopen-item', ReopenItem);
