import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { api } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { icon } from '../../shared/icons.js';
import { blank, moreButton } from '../../shared/parts.js';
import { dueBadge, progressBar } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import { ClientPage } from '../client-page.js';
import { to } from '../paths.js';
import { engagementBadge } from './parts.js';

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
            ${repeat(items, ({ engagementId }) => engagementId, (each) => html`<li>${this.#row(each)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    </section>`;
  }

  #row({ engagementId, name, status, dueOn, progress }) {
    const { firmId, clientId } = this.params;
    const { open, submitted } = progress;
    return html`<div class="row wide">
      <span class="tile text" aria-hidden="true">${icon('list')}</span>
      <div class="grow">
        <a class="name whole" href=${to.engagement(firmId, clientId, engagementId)}>${name}</a>
        <div class="sub">
          ${submitted > 0 ? html`<strong>${t('engagements.submitted', { count: submitted })}</strong>` : nothing}
          ${open > 0 ? html`<span>${t('engagements.open', { count: open })}</span>` : nothing}
          ${status === 'open' ? dueBadge(dueOn, open > 0) : engagementBadge(status)}
        </div>
        ${progressBar(progress)}
      </div>
      ${icon('chevron')}
    </div>`;
  }

  async #begin() {
    const engagement = await NewEngagement.open({ resource: `${this.api}/engagements` });
    if (engagement) {
      app.go(to.engagement(this.params.firmId, this.params.clientId, engagement.engagementId));
    }
  }
}

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
    `;
  }

  send({ name, dueOn }) {
    return api.post(this.resource, { body: { name, ...(dueOn ? { dueOn } : {}) }, once: true });
  }
}

customElements.define('new-engagement', NewEngagement);
customElements.define('engagements-page', EngagementsPage);
