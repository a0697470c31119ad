import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import './items.js';

/** The checklists of a firm. */
class ChecklistsPage extends Page {
  async load() {
    await membership(this.params);
    this.archived = this.query.get('archived') === 'true';
    this.list = new Paged(path`/v1/firms/${this.params.firmId}/checklists`, { limit: 50, archived: this.archived || undefined });
    await this.list.more();
  }

  title() {
    return t(this.archived ? 'checklists.archived' : 'checklists.title');
  }

  above() {
    return crumbs([t('nav.engagements'), to.firmEngagements(this.params.firmId)], [this.title()]);
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      ${this.archived
        ? nothing
        : html`<a class="button primary" href=${to.newChecklist(this.params.firmId)}>${icon('plus')}${t('checklists.new')}</a>`}
    </div>`;
  }

  content() {
    const { items } = this.list;
    const here = location.pathname;
    return html`
      <p class="lead">${t('checklists.lead')}</p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${items.length === 0
        ? blank('list', t('checklists.empty.title'), t(this.archived ? 'folders.empty.archived' : 'checklists.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ checklistId }) => checklistId, (each) => html`<li>${this.#row(each)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
      <p class="below">
        ${this.archived
          ? html`<a href=${here}>${t('checklists.toCurrent')}</a>`
          : html`<a href="${here}?archived=true">${t('checklists.toArchived')}</a>`}
      </p>
    `;
  }

  #row({ checklistId, name, description, itemCount }) {
    return html`<div class="row">
      <span class="tile text" aria-hidden="true">${icon('list')}</span>
      <div class="grow">
        <a class="name whole" href=${to.checklist(this.params.firmId, checklistId)}>${name}</a>
        ${description ? html`<p class="excerpt">${description}</p>` : nothing}
        <div class="sub">${t('checklists.count', { count: itemCount })}</div>
      </div>
      ${icon('chevron')}
    </div>`;
  }
}

customElements.define('checklists-page', ChecklistsPage);
