import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { accountBadge } from '../parts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { listTabs } from './parts.js';

/** The members of all portals of a firm: found by the beginning of their names. */
class MembersPage extends Page {
  async load() {
    await membership(this.params);
    this.name = this.query.get('name') ?? '';
    this.list = new Paged(path`/v1/firms/${this.params.firmId}/members`, { limit: 50, name: this.name || undefined });
    await this.list.more();
  }

  above() {
    return crumbs([t('clients.title'), to.firm(this.params.firmId)], [this.title()]);
  }

  title() {
    return t('members.title');
  }

  content() {
    const { firmId } = this.params;
    const { items } = this.list;
    return html`
      <p class="lead">${t('members.lead')}</p>
      ${listTabs([t('portals.title'), to.portals(firmId), false], [t('members.title'), to.members(firmId), true])}
      <form class="search" role="search" @submit=${this.#search}>
        <input type="search" name="name" aria-label=${t('clients.search')} placeholder=${t('clients.search')} .value=${this.name} maxlength="120" />
        <button class="button">${icon('search')}${t('clients.find')}</button>
      </form>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${items.length === 0
        ? this.name
          ? blank('search', t('clients.notFound.title'), t('members.notFound', { name: this.name }))
          : blank('people', t('members.empty.title'), t('members.empty.text'))
        : html`<ul class="rows">
            ${repeat(items, ({ memberId }) => memberId, (member) => html`<li>${this.#row(member)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
    `;
  }

  #row({ memberId, name, email, account }) {
    return html`<div class="row">
      <span class="tile person" aria-hidden="true">${icon('person')}</span>
      <div class="grow">
        <a class="name whole" href=${to.member(this.params.firmId, memberId)}>${name}</a>
        <div class="sub"><span>${email}</span></div>
      </div>
      ${accountBadge(account)} ${icon('chevron')}
    </div>`;
  }

  /** The search is in the address, so that back leads to the list as it was. */
  #search = (event) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name').trim();
    app.go(to.members(this.params.firmId) + (name ? `?${new URLSearchParams({ name })}` : ''));
  };
}

customElements.define('members-page', MembersPage);
