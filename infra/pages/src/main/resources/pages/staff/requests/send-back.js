import { html, nothing } from '../../shared/element.js';
import { choices } from '../../shared/form-dialog.js';
import { itemName, reviewCode } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import { AskAgain } from './ask-again.js';
import { select } from './parts.js';

const CODES = ['unreadable', 'incomplete', 'wrong-document', 'wrong-period', 'outdated', 'other'];

/** Asks for an item again, with a reason that the client reads. Of its `files` some may be kept. */
export class SendBack extends AskAgain {
  wide = true;
  files = [];

  heading() {
    return t('sendBack.title', { name: itemName(this.item) });
  }

  action() {
    return t('sendBack.action');
  }

  fields(form) {
    const { files } = this;
    return html`
      ${this.item.kind === 'document' && this.item.status !== 'not-applicable'
        ? choices({
            name: 'verdict',
            legend: t('sendBack.what'),
            value: 'reject',
            options: [
              ['reject', t('sendBack.reject'), t('sendBack.reject.hint')],
              ['accept-in-part', t('sendBack.inPart'), t('sendBack.inPart.hint')],
            ],
          })
        : html`<input type="hidden" name="verdict" value="reject" />`}
      ${files.length > 0
        ? html`<fieldset class="people kept">
            <legend>${t('sendBack.keep')}</legend>
            ${files.map(
              ({ documentId, name }) =>
                html`<label class="check"><input type="checkbox" name="keep" value=${documentId} /> <span>${name}</span></label>`,
            )}
          </fieldset>`
        : nothing}
      ${select(form, { name: 'code', label: t('sendBack.code'), options: CODES.map((code) => [code, reviewCode(code)]), value: 'unreadable' })}
      ${this.reason(form)}
    `;
  }

  send({ verdict, code, reason }, form) {
    const keep = verdict === 'accept-in-part' ? new FormData(form).getAll('keep') : [];
    const review = { itemId: this.item.itemId, verdict, code, reason, ...(keep.length > 0 ? { keep } : {}) };
    return this.post({ reviews: [review] });
  }
}

customElements.define('send-back', SendBack);
