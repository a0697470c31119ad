import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { engagementRow } from './parts.js';

const STATUSES = ['open', 'completed', 'cancelled'];

/** What a firm asks all its clients for, by due date: what there is to do. */
class FirmEngagementsPage extends Page {
  async load() {
    await membership(this.params);
    const wanted = this.query.get('status');
    this.status = STATUSES.includes(wanted) ? wanted : 'open';
    this.list = new Paged(path`/v1/firms/${this.params.firmId}/engagements`, { limit: 50, status: this.status });
    await this.list.more();
  }

  title() {
    return t('nav.engagements');
  }

  heading() {
    return html`<div class="head">
      ${super.heading()} <a class="button" href=${to.checklists(this.params.firmId)}>${icon('list')}${t('checklists.title')}</a>
    </div>`;
  }

  content() {
    const { items } = this.list;
    return html`
      ${this.#statuses()}
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${items.length === 0
        ? blank('list', t(`work.${this.status}.empty`), t('work.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ engagementId }) => engagementId, (each) => html`<li>${this.#row(each)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    `;
  }

  #statuses() {
    const here = to.firmEngagements(this.params.firmId);
    return html`<nav class="tabs filter" aria-label=${t('work.statuses')}>
      ${STATUSES.map(
        (status) =>
          html`<a href=${status === 'open' ? here : `${here}?status=${status}`} aria-current=${status === this.status ? 'page' : nothing}>
            ${t(`engagement.status.${status}`)}
          </a>`,
      )}
    </nav>`;
  }

  #row(engagement) {
    const { clientId, engagementId, clientName } = engagement;
    return engagementRow(engagement, to.engagement(this.params.firmId, clientId, engagementId), clientName);
  }
}

customElements.define('firm-engagements-page', FirmEngagementsPage);
