/**
 * `<asked-item>`: one thing that is asked for. A document has a place for its files, a question its field, which is saved as
 * the person goes on.
 *
 * Events: `changed` after what may change the rest of the page, with what to say of it as `detail`; `send` when the person wants to
 * send this alone.
 */
import { Problem, api, path } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { notice } from '../../shared/page.js';
import '../../shared/requests/item-files.js';
import '../../shared/requests/item-uploads.js';
import { Part, orRead } from '../../shared/requests/part.js';
import { answerText, dueBadge, isDone, itemName, mayHaveFiles, reviewCode } from '../../shared/requests/parts.js';
import { dateTime, t } from '../../shared/texts.js';
import { isOwn } from '../parts.js';
import { to } from '../paths.js';
import './asked.js';

/** Milliseconds without typing after which a text is saved. */
const PAUSE = 1000;

const COLORS = { accepted: 'good', submitted: 'accent', 'not-applicable': 'accent' };

export class AskedItem extends Part {
  static properties = { item: {}, engagement: {} };
  #typed;
  #timer;
  #saving = Promise.resolve();

  connectedCallback() {
    super.connectedCallback();
    addEventListener('online', this.#again);
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    removeEventListener('online', this.#again);
    this.save();
  }

  /** What could not be saved without a connection. */
  #again = () => this.save();

  get resource() {
    return `${this.api}${path`/items/${this.item.itemId}`}`;
  }

  get open() {
    return this.item.status === 'open' && this.engagement.status === 'open';
  }

  get answer() {
    return this.#typed ?? this.item.answer ?? '';
  }

  view() {
    const { item } = this;
    const id = `item-${item.itemId}`;
    return html`<article aria-labelledby=${id} class="asked">
      <div class="head">
        <h3 id=${id} tabindex="-1">${itemName(item)}</h3>
        ${this.#badge()}
      </div>
      ${item.status === 'open' ? this.#facts() : nothing}
      ${item.description && item.status === 'open' ? html`<p class="described">${item.description}</p>` : nothing}
      ${this.#sentBack()} ${this.messages()}
      ${item.kind === 'document' ? this.#document() : this.open ? this.#question(id) : this.#answer()}
      ${this.#said()}
      ${this.engagement.status === 'open' ? this.#actions() : nothing}
    </article>`;
  }

  #facts() {
    const { required, dueOn } = this.item;
    const facts = [
      ...(required ? [] : [html`<span>${t('asked.optional')}</span>`]),
      ...(dueOn && dueOn !== this.engagement.dueOn ? [dueBadge(dueOn)] : []),
    ];
    return facts.length > 0 ? html`<div class="sub">${facts}</div>` : nothing;
  }

  #badge() {
    const { status, started } = this.item;
    if (status === 'open' && !started) {
      return nothing;
    }
    return html`<span class="badge ${COLORS[status] ?? ''}">${status === 'accepted' ? icon('check') : nothing}${t(`asked.status.${status}`)}</span>`;
  }

  #actions() {
    const { item } = this;
    const button = (label, action, kind = '') =>
      html`<button class="button small ${kind}" @click=${action}>${t(label)}<span class="unseen">: ${itemName(item)}</span></button>`;
    if (item.status === 'open') {
      return html`<div class="actions">
        ${item.started
          ? button('send.one', () => this.dispatchEvent(new Event('send')))
          : button('notApplicable.action', () => this.#markNotApplicable(), 'quiet')}
      </div>`;
    }
    return isDone(item) ? nothing : html`<div class="actions">${button('withdraw.action', () => this.#withdraw(), 'quiet')}</div>`;
  }

  async #markNotApplicable() {
    await this.save();
    if (await NotApplicable.open({ resource: this.resource, item: this.item, read: () => this.#changed() })) {
      this.#changed(t('notApplicable.done'));
    }
  }

  async #withdraw() {
    if (await this.attempt(() => api.post(`${this.resource}/withdrawal`, { once: true }))) {
      this.#changed(t('withdraw.done'));
    }
  }

  /** Why it is asked for again, until it is sent. */
  #sentBack() {
    const last = this.item.reviews?.at(-1);
    if (this.item.status !== 'open' || !last || last.verdict === 'accept') {
      return nothing;
    }
    const { firmName } = this.membership;
    return notice(
      'bad',
      html`<p>
          <strong>${t(last.verdict === 'accept-in-part' ? 'sentBack.part' : 'sentBack.all', { firm: firmName })}</strong>
          ${last.code && last.code !== 'other' ? html`${reviewCode(last.code)}.` : nothing}
        </p>
        ${last.reason ? html`<p class="described">${last.reason}</p>` : nothing}`,
    );
  }

  /** What the person said of an item that is not open. */
  #said() {
    const { status, submitted, notApplicable } = this.item;
    if (status === 'not-applicable') {
      return html`<p class="described">${notApplicable.reason}</p>`;
    }
    return status === 'submitted' ? html`<p class="hint">${t('asked.sentAt', { date: dateTime(submitted.at) })}</p>` : nothing;
  }

  #document() {
    const { item, engagement } = this;
    const { status } = item;
    const takes = this.open || (status === 'submitted' && engagement.status === 'open');
    const files = mayHaveFiles(item) ? this.#files() : nothing;
    return html`
      ${files === nothing || takes ? files : html`<details><summary>${t('asked.files')}</summary>${files}</details>`}
      ${this.open
        ? html`<item-uploads
            .folder=${`${this.clientApi}${path`/folders/${engagement.folderId}`}`}
            .folderId=${engagement.folderId}
            .answers=${{ engagementId: engagement.engagementId, itemId: item.itemId }}
            .accepts=${item.accepts ?? []}
            .name=${itemName(item)}
            @arrived=${this.#arrived}
          ></item-uploads>`
        : nothing}
    `;
  }

  #files() {
    const { item, clientApi } = this;
    const { clientId } = this.membership;
    return html`<item-files
      .item=${this.resource}
      .documents=${({ folderId, documentId }) => `${clientApi}${path`/folders/${folderId}/documents/${documentId}`}`}
      .href=${({ folderId, documentId }) => to.document(this.slug, clientId, folderId, documentId)}
      .mayDetach=${(file) => this.open && file.round === item.round && !file.late && isOwn(file, this.membership)}
      @detached=${() => this.#changed()}
    ></item-files>`;
  }

  #changed(detail) {
    this.dispatchEvent(new CustomEvent('changed', { detail }));
  }

  #arrived = () => {
    this.querySelector('item-files')?.read();
    this.#changed();
  };

  #answer() {
    const { item } = this;
    return item.answer === undefined ? nothing : html`<p class="described">${answerText(item, item.answer)}</p>`;
  }

  #question(id) {
    const { item, answer } = this;
    const field = `${id}-answer`;
    const label = html`${t('answer.label')}<span class="unseen">: ${itemName(item)}</span>`;
    const type = ({ target }) => this.#type(target.value);
    const chosen = ({ target }) => {
      this.#type(target.value);
      this.save();
    };
    const fields = {
      text: () => html`<label for=${field}>${label}</label>
        <textarea id=${field} rows="3" dir="auto" maxlength="4000" .value=${answer} @input=${type} @change=${chosen} aria-describedby="${field}-state"></textarea>`,
      date: () => html`<label for=${field}>${label}</label>
        <input type="date" id=${field} class="day" .value=${answer} @change=${chosen} aria-describedby="${field}-state" />`,
      choice: () => this.#choices(field, item.choices, answer, chosen),
      'yes-no': () => this.#choices(field, ['yes', 'no'], answer, chosen),
    };
    return html`<div class="field">
      ${fields[item.kind]()}
      <p id="${field}-state" class="hint">${this.#state()}</p>
    </div>`;
  }

  #state() {
    return this.fault ? html`<span class="fault">${this.fault}</span>` : this.saved ? t('answer.saved') : nothing;
  }

  #choices(field, values, answer, chosen) {
    const { item } = this;
    return html`<fieldset class="choices" aria-describedby="${field}-state">
      <legend class="unseen">${itemName(item)}</legend>
      ${values.map(
        (value) => html`<label class="choice">
          <input type="radio" name=${field} value=${value} .checked=${value === answer} @change=${chosen} />
          <span>${answerText(item, value)}</span>
        </label>`,
      )}
      ${answer
        ? html`<button type="button" class="button small quiet" @click=${() => chosen({ target: { value: '' } })}>
            ${t('answer.clear')}<span class="unseen">: ${itemName(item)}</span>
          </button>`
        : nothing}
    </fieldset>`;
  }

  /** What is entered once more keeps its state: leaving a field moves nothing on the page. */
  #type(value) {
    if (value === this.#typed) {
      return;
    }
    this.#typed = value;
    this.saved = false;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), PAUSE);
    this.requestUpdate();
  }

  /** Saves what was typed, one after the other. */
  save() {
    clearTimeout(this.#timer);
    this.#saving = this.#saving.then(() => this.#put());
    return this.#saving;
  }

  async #put() {
    const answer = this.#typed?.trim();
    if (answer === undefined || answer === (this.item.answer ?? '') || !this.open) {
      return;
    }
    this.fault = undefined;
    await this.attempt(async () => {
      try {
        this.item = await api.put(`${this.resource}/answer`, { body: answer ? { answer } : {} });
        this.saved = true;
        announce(t('answer.saved'));
      } catch (error) {
        if (!(error instanceof Problem && error.is('invalid-request', 'limit-reached'))) {
          throw error;
        }
        this.fault = t(error.is('limit-reached') ? 'answer.tooMuch' : 'answer.fault');
        announce(this.fault);
      }
    });
    if (this.saved) {
      this.#changed();
    }
  }
}

/** Why there is no such thing. */
class NotApplicable extends FormDialog {
  heading() {
    return t('notApplicable.title', { name: itemName(this.item) });
  }

  action() {
    return t('notApplicable.say');
  }

  fields(form) {
    return form.lines({ name: 'reason', label: t('notApplicable.reason'), hint: t('notApplicable.hint'), required: true, rows: 3 });
  }

  send({ reason }) {
    return orRead(this.read, () => api.post(`${this.resource}/not-applicable`, { body: { reason }, once: true }));
  }
}

customElements.define('not-applicable', NotApplicable);
customElements.define('asked-item', AskedItem);
