/**
 * Who a folder, a document or a note is open to, or a group note of one participant.
 *
 *     const saved = await ShareDialog.open({ resource, name, folder: true });
 *
 * What a document's reader has through its folder, and a participant's through the share with all participants, is shown and
 * cannot be taken away here. Of a folder and a document the mails are shown that saving would send.
 */
import { api } from '../shared/api.js';
import { html, nothing } from '../shared/element.js';
import { FormDialog } from '../shared/form-dialog.js';
import { notice } from '../shared/page.js';
import { t } from '../shared/texts.js';
import { MailPreview } from './mail-preview.js';
import { shareState } from './parts.js';
import { ALL, Recipients, refused } from './recipients.js';

export class ShareDialog extends FormDialog {
  wide = true;
  folder = false;

  /** @param properties `resource`, the item's path in the API; `name`; `folder`, whether it is one */
  static async open(properties) {
    const { data, etag } = await api.call('GET', `${properties.resource}/shares`);
    return super.open({ ...properties, shares: data, etag });
  }

  connectedCallback() {
    super.connectedCallback();
    const { recipients, candidates } = this.shares;
    this.inherited = recipients.filter(({ via }) => via);
    this.recipients = new Recipients(this, { candidates, shares: recipients.filter(({ via }) => !via), folder: this.folder });
    if (this.resource.includes('/folders/')) {
      this.preview = new MailPreview(this, `${this.resource}/shares/preview`, { etag: this.etag });
    }
  }

  updated(changed) {
    super.updated(changed);
    this.preview?.of(this.#set());
  }

  heading() {
    return t('share.title', { name: this.name });
  }

  lead() {
    const { shareState: state, keptClosed } = this.shares;
    return html`<p>${t('share.now')} ${shareState(state)}</p>
      ${keptClosed ? notice('note', t('share.not-shareable')) : nothing}`;
  }

  action() {
    return t('action.save');
  }

  fields() {
    return html`
      ${this.recipients.view()}
      ${this.inherited.length > 0
        ? html`<section>
            <h3>${t(`share.via.${this.inherited[0].via}`)}</h3>
            <ul class="rows">
              ${this.inherited.map(
                (share) => html`<li>
                  <div class="row">
                    <span class="grow name">${share.recipient === ALL ? t('share.all') : share.name}</span>
                    <span class="badge">${t(`access.${share.access}`)}</span>
                  </div>
                </li>`,
              )}
            </ul>
          </section>`
        : nothing}
      ${this.preview ? this.preview.view() : nothing}
    `;
  }

  #set() {
    // What is inherited has to be in the set, unless the firm's policy keeps the item closed.
    const kept = (this.shares.keptClosed ? [] : this.inherited)
      .filter(({ recipient }) => !this.recipients.has(recipient))
      .map(({ recipient, access, expiresAt }) => ({ recipient, access, ...(expiresAt ? { expiresAt } : {}) }));
    return { recipients: [...this.recipients.chosen(), ...kept] };
  }

  async send() {
    try {
      return await api.put(`${this.resource}/shares`, { body: this.#set(), etag: this.etag });
    } catch (error) {
      throw refused(error);
    }
  }
}

customElements.define('share-dialog', ShareDialog);
