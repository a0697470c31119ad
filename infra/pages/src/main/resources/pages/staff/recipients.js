/**
 * The choice of who an item is open to, for the fields of a dialog: all authorized, or chosen ones; to view or also to
 * upload; perhaps until a day.
 */
import { Problem } from '../shared/api.js';
import { html, nothing } from '../shared/element.js';
import { Refusal } from '../shared/form.js';
import { t } from '../shared/texts.js';
import { dayOf } from './days.js';

export const ALL = 'all-authorized';

export class Recipients {
  #host;
  #folder;
  #people;
  #chosen;

  /**
   * @param host the dialog, which is drawn anew after each change
   * @param options.candidates who may be chosen
   * @param options.shares what is chosen at first
   * @param options.folder whether the item is a folder, into which one can upload
   */
  constructor(host, { candidates, shares = [], folder = false }) {
    this.#host = host;
    this.#folder = folder;
    this.#chosen = new Map(shares.map((share) => [share.recipient, { access: share.access, day: dayOf(share.expiresAt), share }]));
    const known = new Map(candidates.map((each) => [each.recipient, each]));
    shares.forEach((share) => known.has(share.recipient) || known.set(share.recipient, share));
    known.delete(ALL);
    this.#people = [...known.values()];
  }

  has(recipient) {
    return this.#chosen.has(recipient);
  }

  /** The recipients, as the API is given them. */
  chosen() {
    return [...this.#chosen].map(([recipient, { access, day, share }]) => ({
      recipient,
      access: this.#folder ? access : 'view',
      ...expiry(day, share),
    }));
  }

  view() {
    return html`
      <fieldset class="shares">
        <legend>${t('share.with')}</legend>
        ${this.#row({ recipient: ALL, name: t('share.all') }, t('share.all.hint'))}
        ${this.#people.map((each) => this.#row(each, this.#hint(each)))}
      </fieldset>
      ${this.#people.length === 0 ? html`<p class="hint">${t('share.noCandidates')}</p>` : nothing}
    `;
  }

  #hint({ recipient, email }) {
    if (recipient.startsWith('member:')) {
      return t('share.member', { email });
    }
    return recipient === 'client' ? t('share.client') : email ? t('share.contact', { email }) : t('share.contact.noEmail');
  }

  #row({ recipient, name }, hint) {
    const terms = this.#chosen.get(recipient);
    const id = `share-${recipient}`;
    const change = (changes) => {
      this.#chosen.set(recipient, { ...this.#chosen.get(recipient), ...changes });
      this.#host.requestUpdate();
    };
    const toggle = ({ target }) => {
      if (target.checked) {
        change({ access: 'view', day: '' });
      } else {
        this.#chosen.delete(recipient);
        this.#host.requestUpdate();
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
            ${this.#folder
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
}

/** What the API refuses of recipients, in words for a form; any other error as it is. */
export function refused(error) {
  return error instanceof Problem && error.is('account-required', 'recipient-not-permitted', 'inherited-share', 'not-shareable')
    ? new Refusal(t(`share.${error.type}`))
    : error;
}

/** Until the end of the day; an end that was not changed stays as it is, to the second. */
function expiry(day, share) {
  if (!day) {
    return {};
  }
  return { expiresAt: share && day === dayOf(share.expiresAt) ? share.expiresAt : new Date(`${day}T23:59:59`).toISOString() };
}
