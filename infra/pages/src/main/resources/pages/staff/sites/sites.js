import { Paged, api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { FormDialog } from '../../shared/form-dialog.js';
import { icon } from '../../shared/icons.js';
import { Page } from '../../shared/page.js';
import { crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { readyBadge, setupSteps, setups } from './parts.js';

/** The sites of a firm, and what is to be done until clients can use each. */
class SitesPage extends Page {
  async load() {
    await this.#read();
  }

  async #read() {
    const { firmId } = this.params;
    const sites = new Paged(path`/v1/firms/${firmId}/sites`, { limit: 50 });
    const [setup] = await Promise.all([setups(firmId), sites.more()]);
    Object.assign(this, { sites, setup });
    this.requestUpdate();
  }

  title() {
    return t('sites.title');
  }

  above() {
    return crumbs([t('nav.settings'), to.settings(this.params.firmId)], [t('sites.title')]);
  }

  heading() {
    return html`<div class="head">
      ${super.heading()}
      <button class="button" @click=${() => this.#create()}>${icon('plus')}${t('sites.new')}</button>
    </div>`;
  }

  content() {
    return html`
      <p class="lead">${t('sites.lead')}</p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      <ul class="stack">
        ${this.sites.items.map((site) => html`<li class="panel-box">${this.#site(site)}</li>`)}
      </ul>
      ${moreButton(this, this.sites)}
    `;
  }

  #site({ slug, displayName, url }) {
    const setup = this.setup.get(slug);
    return html`<div class="head">
        <h2>${displayName}</h2>
        ${setup ? readyBadge(setup) : nothing}
      </div>
      <p><a href=${url} target="_blank" rel="noreferrer">${url}</a></p>
      ${setup ? setupSteps(setup) : nothing}
      <div class="actions">
        <a class="button ${setup?.ready ? '' : 'primary'}" href=${to.site(this.params.firmId, slug)}
          >${t(setup?.ready ? 'sites.change' : 'sites.setUp')}<span class="unseen">: ${displayName}</span></a
        >
      </div>`;
  }

  async #create() {
    const site = await NewSite.open({ resource: path`/v1/firms/${this.params.firmId}/sites` });
    if (site) {
      await this.attempt(() => this.#read());
      this.say('good', t('sites.created', { name: site.name }));
    }
  }
}

class NewSite extends FormDialog {
  heading() {
    return t('sites.new');
  }

  action() {
    return t('sites.create');
  }

  fields(form) {
    return html`
      ${form.field({ name: 'name', label: t('sites.name'), required: true, maxlength: 120 })}
      ${form.field({ name: 'slug', label: t('firms.slug'), hint: t('firms.slug.hint'), required: true, pattern: '[a-z0-9][a-z0-9\\-]{1,61}[a-z0-9]', autocapitalize: 'none' })}
    `;
  }

  send({ name, slug }) {
    return api.post(this.resource, { body: { name, slug }, once: true });
  }
}

customElements.define('new-site', NewSite);
customElements.define('sites-page', SitesPage);
