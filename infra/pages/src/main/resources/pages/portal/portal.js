/** The portal: where clients and contacts see what is shared with them, and send documents. */
import { app } from '../shared/app.js';
import { html, nothing } from '../shared/element.js';
import { icon } from '../shared/icons.js';
import { me } from '../shared/me.js';
import session from '../shared/session.js';
import { Shell } from '../shared/shell.js';
import { site } from '../shared/site.js';
import { loadTexts, t } from '../shared/texts.js';
import { to } from './paths.js';

const accounts = () => import('../shared/accounts.js');
const open = (path, tag) => ({ path, tag, load: accounts, open: true });
const request = (path, name) => ({ path, tag: `${name}-page`, load: () => import(`./requests/${name}.js`) });
const page = (path, name) => ({ path, tag: `${name}-page`, load: () => import(`./pages/${name}.js`) });

const routes = [
  page('/', 'welcome'),
  open('/:slug/invitation', 'invitation-page'),
  open('/:slug/verify', 'verify-page'),
  open('/:slug/reset', 'reset-page'),
  open('/reset', 'reset-page'),
  { ...page('/:slug/register', 'register'), open: true },
  page('/:slug/notices', 'notices'),
  page('/:slug/account', 'account'),
  page('/:slug/portals/:portalId', 'portal'),
  page('/:slug/clients/:clientId', 'shared'),
  page('/:slug/clients/:clientId/archive', 'archive'),
  request('/:slug/clients/:clientId/engagements', 'engagements'),
  request('/:slug/clients/:clientId/engagements/:engagementId', 'engagement'),
  request('/:slug/clients/:clientId/engagements/:engagementId/items/:itemId', 'engagement'),
  page('/:slug/clients/:clientId/folders/:folderId', 'folder'),
  page('/:slug/clients/:clientId/folders/:folderId/documents/:documentId', 'document'),
  page('/:slug/clients/:clientId/notes/:noteId', 'note'),
  page('/:slug/clients/:clientId/group-notes/:groupNoteId', 'note'),
  page('/:slug', 'welcome'),
];

class PortalShell extends Shell {
  /** What is around the page: the site with its name, logo and color, and as which client the person is there. */
  async refresh() {
    const { slug, clientId } = app.params;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const person = session.signedIn ? await me().catch(() => undefined) : undefined;
    const known = person && (await this.#known(person, slug, clientId));
    const shown = known?.site ?? slug;
    const face = shown ? await site(shown).catch(() => undefined) : undefined;
    if (turn === this.turn) {
      Object.assign(this, { email: person?.email, client: known, several: isChoosing(person, known), face });
      await this.#paint(face?.accentColor);
      await super.refresh();
    }
  }

  /** How colors are made is read where a site has one. */
  async #paint(color) {
    if (color || this.painted) {
      const { paint } = await import('../shared/accent.js');
      paint(document.documentElement, color);
      this.painted = Boolean(color);
    }
  }

  /** The client of the address; elsewhere on the site the one before, or the only one. */
  async #known({ email, clientOf, memberOf }, slug, clientId) {
    if (clientId) {
      const { membership } = await import('./place.js');
      return membership({ slug, clientId }).catch(() => undefined);
    }
    if (app.params.portalId) {
      return undefined;
    }
    const before = this.email === email && this.client?.site === slug ? this.client : undefined;
    const here = clientOf.filter((each) => each.site === slug);
    return before ?? (here.length === 1 && !isMemberOn(memberOf, slug) ? here[0] : undefined);
  }

  brand() {
    return {
      name: this.face?.displayName ?? this.client?.firmName ?? t('app.name'),
      href: app.params.slug ? to.site(app.params.slug) : '/',
      logo: this.face?.logoUrl,
    };
  }

  foot() {
    return html`${super.foot()}${this.face?.privacyUrl
      ? html`<a href=${this.face.privacyUrl} target="_blank" rel="noreferrer">${t('site.privacy')}</a>`
      : nothing}`;
  }

  links() {
    const { slug } = app.params;
    if (!slug || !this.email) {
      return [];
    }
    const notices = { href: to.notices(slug), label: t('nav.notices'), icon: 'bell', current: location.pathname === to.notices(slug) };
    const here = location.pathname;
    if (!this.client) {
      const several = to.site(slug);
      return [{ href: several, label: t('nav.shared'), icon: 'folder', current: here === several }, notices];
    }
    const shared = to.client(slug, this.client.clientId);
    const archive = to.archive(slug, this.client.clientId);
    return [
      { href: shared, label: t('nav.shared'), icon: 'folder', current: here.startsWith(shared) && here !== archive },
      notices,
      { href: archive, label: t('nav.archive'), icon: 'archive', current: here === archive },
    ];
  }

  person() {
    return this.email;
  }

  menu() {
    const { slug } = app.params;
    return html`
      ${slug ? html`<a href=${to.account(slug)}>${icon('settings')}${t('nav.account')}</a>` : nothing}
      ${this.several ? html`<a href="/">${icon('people')}${t('nav.switch')}</a>` : nothing}
    `;
  }
}

const isMemberOn = (memberOf, slug) => memberOf.some(({ portals }) => portals.some((portal) => portal.slug === slug));

/** Whether there is another client to go to. */
function isChoosing(person, known) {
  const places = person ? person.clientOf.length + person.memberOf.flatMap(({ portals }) => portals).length : 0;
  return places > 1 || known?.portal?.clients.length > 1;
}

await loadTexts((language) => import(`./texts/${language}.js`));
customElements.define('portal-shell', PortalShell);
const shell = document.querySelector('portal-shell');
await shell.updateComplete;
app.start({
  shell,
  routes,
  signIn: { tag: 'portal-sign-in', load: () => import('./pages/sign-in.js') },
  missing: { tag: 'nowhere-page', load: () => import('./pages/welcome.js') },
});
