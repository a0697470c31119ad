import { app } from '../../shared/app.js';
import { html } from '../../shared/element.js';
import { icon } from '../../shared/icons.js';
import { me } from '../../shared/me.js';
import { Page, missing } from '../../shared/page.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';

/** After signing in: the one client that the person is, or a choice among several. */
class WelcomePage extends Page {
  async load() {
    const { clientOf, staffOf, email } = await me();
    const here = clientOf.filter((each) => each.site === this.params.slug);
    const known = here.length > 0 ? here : clientOf;
    if (known.length === 1) {
      app.go(to.client(known[0].site, known[0].clientId), { replace: true });
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
                  <a class="card" href=${to.client(each.site, each.clientId)}>
                    <span class="tile person" aria-hidden="true">${icon(each.as === 'contact' ? 'people' : 'person')}</span>
                    <span class="grow"
                      ><strong>${each.clientName}</strong
                      ><span class="sub">${each.firmName}${each.as === 'contact' ? html` · ${t('welcome.contact')}` : ''}</span></span
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
