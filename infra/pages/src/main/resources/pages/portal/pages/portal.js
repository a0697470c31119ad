import { app } from '../../shared/app.js';
import { html } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { Problem } from '../../shared/api.js';
import { me, refreshMe } from '../../shared/me.js';
import { Page } from '../../shared/page.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { portalsOf } from '../portals.js';

/** The clients of a portal, of which a member chooses one. */
class PortalPage extends Page {
  async load() {
    const { slug, portalId } = this.params;
    this.portal = await find(slug, portalId);
    if (!this.portal) {
      // It may have been opened since the person signed in.
      await refreshMe();
      this.portal = await find(slug, portalId);
    }
    if (!this.portal) {
      throw new Problem({ type: 'not-found', status: 404 });
    }
    const { clients } = this.portal;
    if (clients.length === 1) {
      app.go(to.client(slug, clients[0].clientId), { replace: true });
      return new Promise(() => {});
    }
  }

  title() {
    return this.portal.name;
  }

  content() {
    const { firmName, role, clients } = this.portal;
    return html`<p class="lead">${t(`portal.lead.${role}`, { firm: firmName })}</p>
      <ul class="cards">
        ${clients.map(
          ({ clientId, name }) =>
            html`<li>
              <a class="card" href=${to.client(this.params.slug, clientId)}>
                <span class="tile person" aria-hidden="true">${icon('person')}</span>
                <span class="grow"><strong>${name}</strong></span>
                ${icon('chevron')}
              </a>
            </li>`,
        )}
      </ul>`;
  }
}

async function find(slug, portalId) {
  const portals = await portalsOf(await me(), slug);
  return portals.find((each) => each.portalId === portalId);
}

customElements.define('portal-page', PortalPage);
