import { api, path } from '../../shared/api.js';
import { app } from '../../shared/app.js';
import { html, nothing } from '../../shared/element.js';
import { Form } from '../../shared/form.js';
import { Page } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { ClientChoice } from '../client-choice.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { MemberChoice } from './member-choice.js';
import { MOST_CLIENTS, refused, sitesOf } from './parts.js';

/** A new portal: its site, its name, its clients and its first members. */
class NewPortalPage extends Page {
  form = new Form(this, async (values) => {
    const { slug = this.sites[0].slug, name } = values;
    const clientIds = this.clients.chosen();
    const body = { slug, name, clientIds, members: this.members.chosen(values) };
    try {
      const { portalId } = await api.post(`${this.firmApi}/portals`, { body, once: true });
      app.go(to.portal(this.params.firmId, portalId), { replace: true });
    } catch (error) {
      throw refused(error, this.clients.named());
    }
  });

  async load() {
    const { firmId } = this.params;
    await membership(this.params);
    this.firmApi = path`/v1/firms/${firmId}`;
    this.sites = await sitesOf(firmId);
    this.clients = new ClientChoice(this, this.firmApi, MOST_CLIENTS);
    this.members = new MemberChoice(this, this.firmApi);
  }

  title() {
    return t('portals.new');
  }

  above() {
    const { firmId } = this.params;
    return crumbs([t('clients.title'), to.firm(firmId)], [t('portals.title'), to.portals(firmId)], [this.title()]);
  }

  content() {
    const { form } = this;
    return html`<form class="section" @submit=${form.submit} novalidate>
      ${form.alert()}
      ${this.sites.length > 1 ? this.#site() : nothing}
      ${form.field({ name: 'name', label: t('portals.name'), hint: t('portals.name.hint'), required: true, maxlength: 120 })}
      ${this.clients.view()}
      <section class="stack" aria-labelledby="members">
        <h2 id="members">${t('members.title')}</h2>
        <p class="hint">${t('portals.roles')}</p>
        ${this.members.view()}
      </section>
      <div class="actions">${form.button(t('portals.create'))}</div>
    </form>`;
  }

  #site() {
    return this.form.labelled(
      { name: 'slug', label: t('portals.site'), hint: t('portals.site.hint') },
      ({ id, described, invalid }) => html`<select id=${id} name="slug" aria-describedby=${described} aria-invalid=${invalid}>
        ${this.sites.map(({ slug, displayName }) => html`<option value=${slug}>${displayName}</option>`)}
      </select>`,
    );
  }
}

customElements.define('new-portal-page', NewPortalPage);
