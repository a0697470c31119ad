import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { icon } from '../../shared/icons.js';
import { blank, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { ClientPage } from '../client-page.js';
import { to } from '../paths.js';
import { engagementRow, select } from './parts.js';

const FROM = 'rollForward/engagementId';
const MONTHS = 'rollForward/months';

/** What the firm asks a client and its contacts for. */
class EngagementsPage extends ClientPage {
  kind = 'engagements';

  section() {
    const { items } = this.list;
    return html`<section class="section" aria-labelledby="engagements">
      <div class="head">
        <h2 id="engagements">${t('engagements.title')}</h2>
        <button class="button small" @click=${() => this.#begin()}>${icon('plus')}${t('engagements.new')}</button>
      </div>
      ${items.length === 0
        ? blank('list', t('engagements.empty.title'), t('engagements.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ engagementId }) => engagementId, (each) => html`<li>${engagementRow(each, this.#href(each))}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    </section>`;
  }

  #href({ engagementId }) {
    return to.engagement(this.params.firmId, this.params.clientId, engagementId);
  }

  async #begin() {
    const engagement = await NewEngagement.open({ resource: `${this.api}/engagements`, earlier: this.list.items });
    if (engagement) {
      app.go(this.#href(engagement));
    }
  }
}

/** A new engagement, in which nothing is asked for yet, or what was asked for in one of the `earlier` ones. */
class NewEngagement extends FormDialog {
  heading() {
    return t('engagements.new');
  }

  lead() {
    return html`<p>${t('engagements.new.lead')}</p>`;
  }

  action() {
    return t('engagements.create');
  }

  fields(form) {
    return html`
      ${form.field({ name: 'name', label: t('engagement.name'), hint: t('engagement.name.hint'), required: true, maxlength: 120 })}
      ${form.field({ name: 'dueOn', label: t('engagement.dueOn'), type: 'date' })}
      ${this.earlier.length > 0 ? this.#rollForward(form) : nothing}
    `;
  }

  #rollForward(form) {
    return html`
      ${select(form, {
        name: FROM,
        label: t('rollForward.from'),
        hint: t('rollForward.from.hint'),
        options: [['', t('rollForward.none')], ...this.earlier.map(({ engagementId, name }) => [engagementId, name])],
        value: '',
        change: ({ target }) => {
          this.from = target.value;
          this.requestUpdate();
        },
      })}
      ${this.from
        ? html`
            ${form.field({
              name: MONTHS,
              label: t('rollForward.months'),
              hint: t('rollForward.months.hint'),
              value: 12,
              required: true,
              inputmode: 'numeric',
              pattern: '\\d{1,2}',
            })}
            <label class="check"><input type="checkbox" name="without" /> <span>${t('rollForward.without')}</span></label>
          `
        : nothing}
    `;
  }

  send({ name, dueOn, [FROM]: engagementId, [MONTHS]: months, without }) {
    const rollForward = { engagementId, months: Number(months), ...(without ? { without: ['not-applicable'] } : {}) };
    const body = { name, ...(dueOn ? { dueOn } : {}), ...(engagementId ? { rollForward } : {}) };
    return api.post(this.resource, { body, once: true });
  }
}

customElements.define('new-engagement', NewEngagement);
customElements.define('engagements-page', EngagementsPage);
