import { app } from '../../shared/app.js';
import { html } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { me } from '../../shared/me.js';
import { Page, missing } from '../../shared/page.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';

/** After signing in: the one client or portal of the person, or a choice among several. */
class WelcomePage extends Page {
  async load() {
    const { clientOf, memberOf, staffOf, email } = await me();
    const all = [...clientOf.map(ofClient), ...memberOf.flatMap(ofPortals)];
    const here = all.filter((each) => each.site === this.params.slug);
    const known = here.length > 0 ? here : all;
    if (known.length === 1) {
      app.go(known[0].href, { replace: true });
      return new Promise(() => {});
    }
    Object.assign(this, { known, email, staff: staffOf.length > 0 });
  }

  title() {
    return t(this.known.length > 0 ? 'welcome.title' : 'welcome.none.title');
  }

  content() {
    return this.known.length > 0
      ? html`<p class="lead">${t('welcome.lead')}</p>
          <ul class="cards">
            ${this.known.map(
              (each) =>
                html`<li>
                  <a class="card" href=${each.href}>
                    <span class="tile person" aria-hidden="true">${icon(each.sign)}</span>
                    <span class="grow"
                      ><strong>${each.name}</strong
                      ><span class="sub">${each.firmName}${each.as ? ` · ${each.as}` : ''}</span></span
                    >
                    ${icon('chevron')}
                  </a>
                </li>`,
            )}
          </ul>`
      : html`<p class="lead">${t('welcome.none.text', { email: this.email })}</p>
          ${this.staff ? html`<p>${t('welcome.none.staff')}</p>` : ''}`;
  }
}

/** A place to go to, as a client or as the contact of one. */
function ofClient({ site, clientId, clientName, firmName, as }) {
  const contact = as === 'contact';
  return {
    site,
    firmName,
    name: clientName,
    href: to.client(site, clientId),
    sign: contact ? 'people' : 'person',
    as: contact ? t('welcome.contact') : undefined,
  };
}

/** The portals of a firm, as places to go to. */
function ofPortals({ firmName, portals }) {
  return portals.map(({ portalId, name, slug }) => ({
    site: slug,
    firmName,
    name,
    href: to.portal(slug, portalId),
    sign: 'folder',
    as: t('welcome.portal'),
  }));
}

/** An address that is none of the portal's. */
class NowherePage extends Page {
  title() {
    return t('missing.title');
  }

  view() {
    return missing(t('missing.title'), t('missing.address'), html`<a class="button" href="/">${t('missing.home')}</a>`);
  }
}

customElements.define('welcome-page', WelcomePage);
customElements.define('nowhere-page', NowherePage);
