/** The choice of members, for the fields of a form: those the firm knows, found by their names, and new people. */
import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { t } from '../../shared/texts.js';
import { ROLES } from './parts.js';

/** What a member is at first: as little as possible. */
const FIRST_ROLE = 'contributor';

export class MemberChoice {
  #host;
  #firmApi;
  #without;
  #known = new Map();
  #found = new Set();
  #chosen = new Map();
  #people = [];
  #keys = 0;

  /**
   * @param host what has the form, and is drawn anew after each change
   * @param firmApi the firm's path in the API
   * @param without the ids of those who are members already
   */
  constructor(host, firmApi, without = []) {
    this.#host = host;
    this.#firmApi = firmApi;
    this.#without = new Set(without);
    this.#find();
  }

  /** The members as the API is given them; the names of the fields of new people are their places in it. */
  chosen(values) {
    return [
      ...this.#people.map((_, index) => ({
        name: values[`members/${index}/name`],
        email: values[`members/${index}/email`],
        role: values[`members/${index}/role`],
      })),
      ...[...this.#chosen].map(([memberId, role]) => ({ memberId, role })),
    ];
  }

  view() {
    return html`${this.#known.size > 0 ? this.#ofTheFirm() : nothing}
      ${repeat(this.#people, (key) => key, (key, index) => this.#person(key, index))}
      <div class="actions">
        <button type="button" class="button" @click=${this.#add}>${icon('plus')}${t('memberChoice.add')}</button>
      </div>`;
  }

  #ofTheFirm() {
    // Who is chosen stays in sight, whatever is looked for then.
    const shown = [...this.#known.values()].filter(({ memberId }) => this.#chosen.has(memberId) || this.#found.has(memberId));
    return html`<fieldset class="people">
      <legend>${t('memberChoice.known')}</legend>
      <div class="search">
        <input type="search" aria-label=${t('clients.search')} placeholder=${t('clients.search')} maxlength="120" @keydown=${this.#enter} />
        <button type="button" class="button" @click=${this.#look}>${icon('search')}${t('clients.find')}</button>
      </div>
      ${shown.length === 0 ? html`<p class="hint">${t('memberChoice.notFound')}</p>` : shown.map((member) => this.#member(member))}
    </fieldset>`;
  }

  #member({ memberId, name, email }) {
    const role = this.#chosen.get(memberId);
    const id = `member-${memberId}`;
    const choose = (chosen) => {
      this.#chosen.set(memberId, chosen);
      this.#host.requestUpdate();
    };
    const toggle = ({ target }) => {
      if (target.checked) {
        choose(FIRST_ROLE);
      } else {
        this.#chosen.delete(memberId);
        this.#host.requestUpdate();
      }
    };
    return html`<div class="share">
      <input type="checkbox" id=${id} .checked=${Boolean(role)} aria-describedby="${id}-hint" @change=${toggle} />
      <div>
        <label for=${id}>${name}</label>
        <span class="hint" id="${id}-hint">${email}</span>
      </div>
      ${role
        ? html`<div class="terms">
            <label
              ><span>${t('portals.role')}<span class="unseen">: ${name}</span></span>
              <select @change=${({ target }) => choose(target.value)}>
                ${roleOptions(role)}
              </select>
            </label>
          </div>`
        : nothing}
    </div>`;
  }

  #person(key, index) {
    const { form } = this.#host;
    const number = index + 1;
    const of = (label) => html`${label}<span class="unseen"> ${t('memberChoice.of', { number })}</span>`;
    const field = (name) => `members/${index}/${name}`;
    return html`<fieldset class="panel-box stack" data-person>
      <legend class="unseen">${t('memberChoice.number', { number })}</legend>
      ${form.field({ name: field('name'), label: of(t('client.name')), required: true, maxlength: 120 })}
      ${form.field({ name: field('email'), label: of(t('field.email')), type: 'email', required: true })}
      ${form.labelled(
        { name: field('role'), label: of(t('portals.role')) },
        ({ id, described, invalid }) => html`<select id=${id} name=${field('role')} aria-describedby=${described} aria-invalid=${invalid}>
          ${roleOptions(FIRST_ROLE)}
        </select>`,
      )}
      <div class="actions">
        <button type="button" class="button small" @click=${() => this.#remove(key)}>${of(t('participants.remove'))}</button>
      </div>
    </fieldset>`;
  }

  #add = async () => {
    this.#people = [...this.#people, ++this.#keys];
    this.#host.requestUpdate();
    await this.#host.updateComplete;
    [...this.#host.querySelectorAll('[data-person]')].at(-1).querySelector('input').focus();
  };

  #remove(key) {
    this.#people = this.#people.filter((each) => each !== key);
    this.#host.requestUpdate();
  }

  /** The key looks for the name, and does not send the form. */
  #enter = (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#find(event.target.value);
    }
  };

  #look = ({ currentTarget }) => this.#find(currentTarget.closest('.search').querySelector('input').value);

  async #find(beginning = '') {
    const { items } = await api.get(`${this.#firmApi}/members`, { query: { name: beginning.trim() || undefined, limit: 100 } });
    const others = items.filter(({ memberId }) => !this.#without.has(memberId));
    others.forEach((member) => this.#known.set(member.memberId, member));
    this.#found = new Set(others.map(({ memberId }) => memberId));
    this.#host.requestUpdate();
  }
}

function roleOptions(chosen) {
  return ROLES.map((role) => html`<option value=${role} ?selected=${role === chosen}>${t(`portalRole.${role}`)}</option>`);
}
