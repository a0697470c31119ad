import { repeat } from '../../lib/lit-html/directives/repeat.js';
import { Paged, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { listTabs, sitesOf } from './parts.js';

/** The portals of a firm: found by the beginning of their names. */
class PortalsPage extends Page {
  async load() {
    this.membership = await membership(this.params);
    const { firmId } = this.params;
    this.archived = this.query.get('archived') === 'true';
    this.name = this.query.get('name') ?? '';
    this.list = new Paged(path`/v1/firms/${firmId}/portals`, { limit: 50, name: this.name || undefined, archived: this.archived || undefined });
    const [sites] = await Promise.all([sitesOf(firmId), this.list.more()]);
    this.sites = new Map(sites.map(({ slug, displayName }) => [slug, displayName]));
  }

  above() {
    return crumbs([t('clients.title'), to.firm(this.params.firmId)], [this.title()]);
  }

  title() {
    return t(this.archived ? 'portals.archived' : 'portals.title');
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      ${this.membership.webPortal && !this.archived
        ? html`<a class="button primary" href=${to.newPortal(this.params.firmId)}>${icon('plus')}${t('portals.new')}</a>`
        : nothing}
    </div>`;
  }

  content() {
    const { firmId } = this.params;
    const { items } = this.list;
    const here = to.portals(firmId);
    return html`
      <p class="lead">${t('portals.lead')}</p>
      ${listTabs([t('portals.title'), here, true], [t('members.title'), to.members(firmId), false])}
      <form class="search" role="search" @submit=${this.#search}>
        <input type="search" name="name" aria-label=${t('clients.search')} placeholder=${t('clients.search')} .value=${this.name} maxlength="120" />
        <button class="button">${icon('search')}${t('clients.find')}</button>
      </form>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      ${items.length === 0
        ? this.#empty()
        : html`<ul class="rows">
            ${repeat(items, ({ portalId }) => portalId, (portal) => html`<li>${this.#row(portal)}</li>`)}
          </ul>`}
      ${moreButton(this, this.list)}
      <p class="below">
        ${this.archived ? html`<a href=${here}>${t('portals.toCurrent')}</a>` : html`<a href="${here}?archived=true">${t('portals.toArchived')}</a>`}
      </p>
    `;
  }

  #empty() {
    if (this.name) {
      return blank('search', t('portals.notFound.title'), t('portals.notFound.text', { name: this.name }));
    }
    return blank('people', t('portals.empty.title'), t(this.archived ? 'folders.empty.archived' : 'portals.empty.text'));
  }

  #row({ portalId, name, slug, clientCount, memberCount }) {
    return html`<div class="row">
      <span class="tile person" aria-hidden="true">${icon('people')}</span>
      <div class="grow">
        <a class="name whole" href=${to.portal(this.params.firmId, portalId)}>${name}</a>
        <div class="sub">
          <span>${t('portals.clients', { count: clientCount })}</span><span>${t('portals.members', { count: memberCount })}</span
          >${this.sites.size > 1 ? html`<span>${this.sites.get(slug) ?? slug}</span>` : nothing}
        </div>
      </div>
      ${icon('chevron')}
    </div>`;
  }

  /** The search is in the address, so that back leads to the list as it was. */
  #search = (event) => {
    event.preventDefault();
    const name = new FormData(event.currentTarget).get('name').trim();
    const query = new URLSearchParams({ ...(name ? { name } : {}), ...(this.archived ? { archived: 'true' } : {}) });
    app.go(`${to.portals(this.params.firmId)}${query.size > 0 ? `?${query}` : ''}`);
  };
}

customElements.define('portals-page', PortalsPage);
