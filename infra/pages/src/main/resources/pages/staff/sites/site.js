import { api, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { Fault, Form } from '../../shared/form.js';
import { Page } from '../../shared/page.js';
import { crumbs } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { readyBadge, setupSteps, setups } from './parts.js';
import './site-logo.js';
import './site-preview.js';

const WAYS = ['code', 'password', 'passkey'];
/** What the color is chosen from where the site has none yet. */
const FIRST_COLOR = '#1f4fb4';

/** How one site looks to clients: its settings, its logo, a preview, and what is still to be done. */
class SitePage extends Page {
  form = new Form(this, async (values, form) => {
    const body = entered(values, form);
    const { data, etag } = await api.call('PUT', this.resource, { body, etag: this.etag });
    Object.assign(this, { settings: data, etag, draft: data });
    await this.#readSetup();
    this.say('good', t('client.saved'));
    scrollTo(0, 0);
  });

  get resource() {
    const { firmId, slug } = this.params;
    return path`/v1/firms/${firmId}/sites/${slug}/settings`;
  }

  async load() {
    const [{ data, etag }] = await Promise.all([api.call('GET', this.resource), this.#readSetup()]);
    Object.assign(this, { settings: data, etag, draft: data });
  }

  async #readSetup() {
    const { firmId, slug } = this.params;
    this.setup = (await setups(firmId)).get(slug);
    this.requestUpdate();
  }

  title() {
    return this.settings.displayName;
  }

  above() {
    const { firmId } = this.params;
    return crumbs([t('nav.settings'), to.settings(firmId)], [t('sites.title'), to.sites(firmId)], [this.title()]);
  }

  heading() {
    return html`<div class="head">${super.heading()} ${readyBadge(this.setup)}</div>`;
  }

  content() {
    const { url, logo } = this.setup;
    return html`
      <p class="lead"><a href=${url} target="_blank" rel="noreferrer">${url}</a></p>
      ${this.message ? html`<div class="stack">${this.messages()}</div>` : nothing}
      <div class="columns">
        <div>
          <section class="section" aria-labelledby="look">
            <h2 id="look">${t('site.look')}</h2>
            ${this.#form()}
          </section>
          <site-logo
            .resource=${this.#logoResource()}
            .logo=${logo}
            .read=${() => this.#readSetup().then(() => this.setup.logo)}
          ></site-logo>
        </div>
        <div>
          <section class="section" aria-labelledby="steps">
            <h2 id="steps">${t('setup.title')}</h2>
            <div class="panel-box">${setupSteps(this.setup)}</div>
          </section>
          <site-preview .site=${this.draft} .logoUrl=${logo.current?.url}></site-preview>
        </div>
      </div>
    `;
  }

  #logoResource() {
    const { firmId, slug } = this.params;
    return path`/v1/firms/${firmId}/sites/${slug}/logo`;
  }

  #form() {
    const { form, settings } = this;
    const { displayName, welcome, privacyUrl, accentColor, signIn } = settings;
    return html`<form class="panel-box stack" @submit=${form.submit} @input=${this.#typed} @change=${this.#typed} novalidate>
      ${form.alert()}
      ${form.field({ name: 'displayName', label: t('site.displayName'), hint: t('site.displayName.hint'), value: displayName, required: true, maxlength: 120 })}
      ${form.lines({ name: 'welcome', label: t('site.welcome'), hint: t('site.welcome.hint'), value: welcome, rows: 4 })}
      ${form.field({ name: 'privacyUrl', label: t('site.privacyUrl'), hint: t('site.privacyUrl.hint'), value: privacyUrl, type: 'url', maxlength: 500, pattern: 'https://.+' })}
      <div class="field">
        <label class="check"><input type="checkbox" name="colored" ?checked=${Boolean(accentColor)} /> ${t('site.colored')}</label>
        <p class="hint">${t('site.colored.hint')}</p>
        <input type="color" name="accentColor" aria-label=${t('site.accentColor')} value=${accentColor?.toLowerCase() ?? FIRST_COLOR} />
      </div>
      <fieldset class="choices ${form.faults.way ? 'faulty' : ''}">
        <legend>${t('site.signIn')}</legend>
        <p class="hint">${t('site.signIn.hint')}</p>
        ${WAYS.map(
          (way) => html`<label class="check"><input type="checkbox" name="way" value=${way} ?checked=${signIn.includes(way)} /> ${t(`site.signIn.${way}`)}</label>`,
        )}
        ${form.faults.way ? html`<p class="fault">${form.faults.way}</p>` : nothing}
      </fieldset>
      ${form.labelled(
        { name: 'first', label: t('site.first') },
        ({ id, described, invalid }) => html`<select id=${id} name="first" aria-describedby=${described} aria-invalid=${invalid}>
          ${WAYS.map((way) => html`<option value=${way} ?selected=${way === signIn[0]}>${t(`site.signIn.${way}`)}</option>`)}
        </select>`,
      )}
      <div class="actions">${form.button(t('action.save'))}</div>
    </form>`;
  }

  /** The preview shows what is not saved yet. */
  #typed = ({ currentTarget }) => {
    const { displayName, welcome, accentColor, colored } = Object.fromEntries(new FormData(currentTarget));
    this.draft = { displayName, welcome: welcome.trim(), accentColor: colored ? accentColor : undefined };
    this.requestUpdate();
  };
}

/** The settings as the API has them. */
function entered({ displayName, welcome, privacyUrl, accentColor, colored, first }, form) {
  const ways = [...form.querySelectorAll('[name=way]:checked')].map(({ value }) => value);
  if (ways.length === 0) {
    throw new Fault({ way: t('site.signIn.none') });
  }
  if (ways.length === 1 && ways[0] === 'passkey') {
    throw new Fault({ way: t('site.signIn.passkeyOnly') });
  }
  if (!ways.includes(first)) {
    throw new Fault({ first: t('site.first.notOffered') });
  }
  if (welcome.length > 1000) {
    throw new Fault({ welcome: t('site.welcome.long') });
  }
  return {
    displayName,
    welcome: welcome.trim() || undefined,
    privacyUrl: privacyUrl || undefined,
    accentColor: colored ? accentColor : undefined,
    signIn: [first, ...ways.filter((way) => way !== first)],
  };
}

customElements.define('site-page', SitePage);
