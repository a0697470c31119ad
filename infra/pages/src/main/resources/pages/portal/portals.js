/** The portals of several clients, for the person who is a member of them. */
import { Problem, api, path } from '../shared/api.js';

/** What was read, by the answer of `getMe` and by site, until that is asked anew. */
const read = new WeakMap();

/** The portals of a site, each with its firm, the person's role, and its clients. */
export function portalsOf(person, slug) {
  const bySite = read.get(person) ?? new Map();
  read.set(person, bySite);
  if (!bySite.has(slug)) {
    const portals = Promise.all(memberships(person, slug).map(whole)).then((all) => all.filter(Boolean));
    bySite.set(slug, portals);
    // A failure is not kept: the next page asks again.
    portals.catch(() => bySite.delete(slug));
  }
  return bySite.get(slug);
}

/** Those of all sites. */
export async function allPortals(person) {
  const slugs = new Set(person.memberOf.flatMap(({ portals }) => portals.map(({ slug }) => slug)));
  return (await Promise.all([...slugs].map((slug) => portalsOf(person, slug)))).flat();
}

/** The membership in one of the portals of a site that has the client, in the form of those of `getMe`. */
export async function membershipBy(person, { slug, clientId }) {
  const portals = await portalsOf(person, slug);
  const found = portals.filter(({ clients }) => clients.some((client) => client.clientId === clientId));
  const portal = found.find(({ role }) => role === 'full-access') ?? found[0];
  const name = portal?.clients.find((client) => client.clientId === clientId).name;
  return portal && { firmId: portal.firmId, firmName: portal.firmName, site: slug, clientId, clientName: name, as: 'member', portal };
}

function memberships({ memberOf }, slug) {
  return memberOf.flatMap(({ firmId, firmName, portals }) =>
    portals.filter((portal) => portal.slug === slug).map((portal) => ({ firmId, firmName, portalId: portal.portalId })),
  );
}

/** A portal, unless the person was taken out of it meanwhile. */
async function whole({ firmId, firmName, portalId }) {
  try {
    return { ...(await api.get(path`/v1/firms/${firmId}/portals/${portalId}`)), firmId, firmName };
  } catch (error) {
    if (error instanceof Problem && error.is('not-found')) {
      return undefined;
    }
    throw error;
  }
}
