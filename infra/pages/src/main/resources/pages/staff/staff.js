/** The staff's side: where a firm serves its clients, and an operator creates firms. */
import { app } from '../shared/app.js';
import { html, nothing } from '../shared/element.js';
import { icon } from '../shared/icons.js';
import { me } from '../shared/me.js';
import session from '../shared/session.js';
import { Shell } from '../shared/shell.js';
import { loadTexts, t } from '../shared/texts.js';
import { to } from './paths.js';

const accounts = () => import('../shared/accounts.js');
const open = (path, tag) => ({ path, tag, load: accounts, open: true });
const request = (path, name) => ({ path, tag: `${name}-page`, load: () => import(`./requests/${name}.js`) });
const page = (path, name) => ({ path, tag: `${name}-page`, load: () => import(`./pages/${name}.js`) });
const ofPortals = (path, name) => ({ path, tag: `${name}-page`, load: () => import(`./portals/${name}.js`) });
const ofSites = (path, name) => ({ path, tag: `${name}-page`, load: () => import(`./sites/${name}.js`) });

const routes = [
  page('/', 'firms'),
  page('/account', 'account'),
  open('/invitation', 'invitation-page'),
  open('/verify', 'verify-page'),
  open('/reset', 'reset-page'),
  page('/firms/:firmId', 'clients'),
  page('/firms/:firmId/notices', 'notices'),
  page('/firms/:firmId/registrations', 'registrations'),
  page('/firms/:firmId/staff', 'staff'),
  page('/firms/:firmId/settings', 'settings'),
  ofSites('/firms/:firmId/sites', 'sites'),
  ofSites('/firms/:firmId/sites/:slug', 'site'),
  ofPortals('/firms/:firmId/portals', 'portals'),
  ofPortals('/firms/:firmId/portals/new', 'new-portal'),
  ofPortals('/firms/:firmId/portals/:portalId', 'portal'),
  ofPortals('/firms/:firmId/members', 'members'),
  ofPortals('/firms/:firmId/members/:memberId', 'member'),
  page('/firms/:firmId/group-notes', 'group-notes'),
  page('/firms/:firmId/group-notes/:noteId', 'group-note'),
  request('/firms/:firmId/engagements', 'firm-engagements'),
  request('/firms/:firmId/checklists', 'checklists'),
  request('/firms/:firmId/checklists/new', 'checklist'),
  request('/firms/:firmId/checklists/:checklistId', 'checklist'),
  page('/firms/:firmId/clients/:clientId', 'client'),
  page('/firms/:firmId/clients/:clientId/notes', 'notes'),
  page('/firms/:firmId/clients/:clientId/notes/:noteId', 'note'),
  page('/firms/:firmId/clients/:clientId/activity', 'activity'),
  request('/firms/:firmId/clients/:clientId/engagements', 'engagements'),
  request('/firms/:firmId/clients/:clientId/engagements/:engagementId', 'engagement'),
  request('/firms/:firmId/clients/:clientId/engagements/:engagementId/ask', 'ask'),
  page('/firms/:firmId/clients/:clientId/contacts/:contactId', 'contact'),
  page('/firms/:firmId/clients/:clientId/folders/:folderId', 'folder'),
  page('/firms/:firmId/clients/:clientId/folders/:folderId/documents/:documentId', 'document'),
];

class StaffShell extends Shell {
  async refresh() {
    const { firmId } = app.params;
    const turn = (this.turn = (this.turn ?? 0) + 1);
    const person = session.signedIn ? await me().catch(() => undefined) : undefined;
    if (turn === this.turn) {
      this.email = person?.email;
      this.firm = person?.staffOf.find((each) => each.firmId === firmId);
      this.several = person?.staffOf.length > 1 || person?.operator;
      await super.refresh();
    }
  }

  brand() {
    return { name: this.firm?.firmName ?? t('staff.name'), href: this.firm ? to.firm(this.firm.firmId) : '/' };
  }

  links() {
    if (!this.firm) {
      return [];
    }
    const { firmId, webPortal, role } = this.firm;
    const here = location.pathname;
    const link = (href, label, icon, current = here === href) => ({ href, label: t(label), icon, current });
    const clients = to.firm(firmId);
    const ofClients = [`${clients}/clients/`, to.portals(firmId), to.members(firmId)];
    const groupNotes = to.groupNotes(firmId);
    const engagements = to.firmEngagements(firmId);
    return [
      link(clients, 'nav.clients', 'people', here === clients || ofClients.some((place) => here.startsWith(place))),
      link(engagements, 'nav.engagements', 'list', here === engagements || here.startsWith(to.checklists(firmId))),
      link(groupNotes, 'nav.groupNotes', 'note', here.startsWith(groupNotes)),
      link(to.notices(firmId), 'nav.notices', 'bell'),
      ...(webPortal ? [link(to.registrations(firmId), 'nav.registrations', 'check')] : []),
      link(to.staff(firmId), 'nav.staff', 'person'),
      ...(role === 'administrator' ? [link(to.settings(firmId), 'nav.settings', 'settings', here === to.settings(firmId) || here.startsWith(to.sites(firmId)))] : []),
    ];
  }

  person() {
    return this.email;
  }

  menu() {
    return html`
      <a href="/account">${icon('settings')}${t('nav.account')}</a>
      ${this.several ? html`<a href="/">${icon('people')}${t('nav.firms')}</a>` : nothing}
    `;
  }
}

await loadTexts((language) => import(`./texts/${language}.js`));
customElements.define('staff-shell', StaffShell);
const shell = document.querySelector('staff-shell');
await shell.updateComplete;
app.start({
  shell,
  routes,
  signIn: { tag: 'staff-sign-in', load: () => import('./pages/sign-in.js') },
  missing: { tag: 'nowhere-page', load: () => import('./pages/firms.js') },
});
