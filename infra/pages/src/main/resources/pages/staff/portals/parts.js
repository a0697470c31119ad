/** What the staff's pages about portals and their members have in common. */
import { Paged, Problem, path } from '../../shared/api.js';
import { html, nothing } from '../../shared/element.js';
import { Refusal } from '../../shared/form.js';
import { addTexts, list, t } from '../../shared/texts.js';

await addTexts((language) => import(`./texts/${language}.js`));

/** As many clients as a portal has. */
export const MOST_CLIENTS = 20;

export const ROLES = ['full-access', 'contributor'];

export const roleBadge = (role) => html`<span class="badge ${role === 'full-access' ? 'accent' : ''}">${t(`portalRole.${role}`)}</span>`;

/** The sites of a firm, the first one first. */
export async function sitesOf(firmId) {
  const sites = new Paged(path`/v1/firms/${firmId}/sites`, { limit: 100 });
  while (!sites.complete) {
    await sites.more();
  }
  return sites.items.reverse();
}

/** The lists of portals and of members, beside each other. */
export function listTabs(...tabs) {
  return html`<nav class="tabs filter" aria-label=${t('portals.lists')}>
    ${tabs.map(([label, href, current]) => html`<a href=${href} aria-current=${current ? 'page' : nothing}>${label}</a>`)}
  </nav>`;
}

/**
 * What the API refuses of a portal, in words of its own; any other error as it is.
 *
 * @param clients those who were sent, in their order
 */
export function refused(error, clients = []) {
  if (!(error instanceof Problem)) {
    return error;
  }
  if (error.is('client-in-portal') && clients.length > 0) {
    const names = error.errors.map(({ pointer }) => clients[Number(pointer.split('/').at(-1))]?.name).filter(Boolean);
    return new Refusal(t('portals.clientsTaken', { names: list(names) }));
  }
  return error.is('client-in-portal', 'limit-reached', 'status-conflict', 'unknown-reference')
    ? new Problem({ type: `portal-${error.type}`, status: error.status })
    : error;
}
