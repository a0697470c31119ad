/**
 * Who a folder or document is open to: all authorized, or chosen ones; to view or also to upload; perhaps until a day.
 *
 *     const saved = await ShareDialog.open({ resource, name, folder: true });
 *
 * What a reader of a document has through its folder is shown and cannot be taken away here.
 */
import { Problem, api } from '../shared/api.js';
import { html, nothing } from '../shared/element.js';
import { Refusal } from '../shared/form.js';
import { t } from '../shared/texts.js';
import { FormDialog } from '../shared/form-dialog.js';
import { shareState } from './parts.js';

const ALL = 'all-authorized';

export class ShareDialog extends FormDialog {
  wide = true;
  folder = false;
  chosen = new Map();

  /** @param properties `resource`, the item's path in the API; `name`; `folder`, whether it is one */
  static async open(properties) {
    const { data, etag } = await api.call('GET', `${properties.resource}/shares`);
    return super.open({ ...properties, shares: data, etag });
  }

  connectedCallback() {
    super.connectedCallback();
    const { recipients, candidates } = this.shares;
    this.inherited = recipients.filter(({ via }) => via === 'folder');
    const own = recipients.filter(({ via }) => !via);
    this.chosen = new Map(own.map((share) => [share.recipient, { access: share.access, day: dayOf(share.expiresAt), share }]));
    const known = new Map(candidates.map((each) => [each.recipient, each]));
    own.forEach((share) => known.has(share.recipient) || known.set(share.recipient, share));
    known.delete(ALL);
    this.people = [...known.values()];
  }

  heading() {
    return t('share.title', { name: this.name });
  }

  lead() {
    return html`<p>${t('share.now')} ${shareState(this.shares.shareState)}</p>`;
  }

  action() {
    return t('action.save');
  }

  fields() {
    return html`
      <fieldset class="shares">
        <legend>${t('share.with')}</legend>
        ${this.#row({ recipient: ALL, name: t('share.all') }, t('share.all.hint'))}
        ${this.people.map((each) => this.#row(each, this.#hint(each)))}
      </fieldset>
      ${this.people.length === 0 ? html`<p class="hint">${t('share.noCandidates')}</p>` : nothing}
      ${this.inherited.length > 0
        ? html`<section>
            <h3>${t('share.viaFolder')}</h3>
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
    `;
  }

  #hint({ recipient, email }) {
    return recipient === 'client' ? t('share.client') : email ? t('share.contact', { email }) : t('share.contact.noEmail');
  }

  #row({ recipient, name }, hint) {
    const terms = this.chosen.get(recipient);
    const id = `share-${recipient}`;
    const change = (changes) => {
      this.chosen.set(recipient, { ...this.chosen.get(recipient), ...changes });
      this.requestUpdate();
    };
    const toggle = ({ target }) => {
      if (target.checked) {
        change({ access: 'view', day: '' });
      } else {
        this.chosen.delete(recipient);
        this.requestUpdate();
      }
    };
    return html`<div class="share">
      <input type="checkbox" id=${id} .checked=${Boolean(terms)} aria-describedby="${id}-hint" @change=${toggle} />
      <div>
        <label for=${id}>${name}</label>
        <span class="hint" id="${id}-hint">${hint}</span>
      </div>
      ${terms
        ? html`<div class="terms">
            ${this.folder
              ? html`<label
                  ><span>${t('share.access')}<span class="unseen">: ${name}</span></span>
                  <select @change=${({ target }) => change({ access: target.value })}>
                    ${['view', 'view-upload'].map(
                      (access) => html`<option value=${access} ?selected=${terms.access === access}>${t(`access.${access}`)}</option>`,
                    )}
                  </select>
                </label>`
              : nothing}
            <label
              ><span>${t('share.until')}<span class="unseen">: ${name}</span></span>
              <input type="date" .value=${terms.day} min=${dayOf(new Date())} @change=${({ target }) => change({ day: target.value })} />
            </label>
          </div>`
        : nothing}
    </div>`;
  }

  async send() {
    const recipients = [...this.chosen].map(([recipient, { access, day, share }]) => ({
      recipient,
      access: this.folder ? access : 'view',
      ...expiry(day, share),
    }));
    // What comes through the folder has to be in the set of a document.
    const kept = this.inherited
      .filter(({ recipient }) => !this.chosen.has(recipient))
      .map(({ recipient, access, expiresAt }) => ({ recipient, access, ...(expiresAt ? { expiresAt } : {}) }));
    try {
      return await api.put(`${this.resource}/shares`, { body: { recipients: [...recipients, ...kept] }, etag: this.etag });
    } catch (error) {
      if (error instanceof Problem && error.is('account-required', 'recipient-not-permitted', 'inherited-share')) {
        throw new Refusal(t(`share.${error.type}`));
      }
      throw error;
    }
  }
}

/** The day of a time, as a field for days has it. */
function dayOf(time) {
  if (!time) {
    return '';
  }
  const at = new Date(time);
  const two = (number) => String(number).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Until the end of the day; an end that was not changed stays as it is, to the second. */
function expiry(day, share) {
  if (!day) {
    return {};
  }
  return { expiresAt: share && day === dayOf(share.expiresAt) ? share.expiresAt : new Date(`${day}T23:59:59`).toISOString() };
}

customElements.define('share-dialog', ShareDialog);
