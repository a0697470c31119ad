/** The client, and so the firm, that an address of the portal names, as the person who is signed in knows it. */
import { Problem } from '../shared/api.js';
import { me } from '../shared/me.js';

/**
 * The membership of `getMe`, or else that by a portal that has the client; what is not the person's own is not there for them.
 *
 * @throws Problem `not-found`
 */
export async function membership({ slug, clientId }) {
  const person = await me();
  const found = person.clientOf.find((each) => each.clientId === clientId) ?? (await byPortal(person, { slug, clientId }));
  if (!found) {
    throw new Problem({ type: 'not-found', status: 404 });
  }
  return found;
}

/** How portals are read is loaded for members alone. */
async function byPortal(person, place) {
  if (person.memberOf.length === 0) {
    return undefined;
  }
  const { membershipBy } = await import('./portals.js');
  return membershipBy(person, place);
}
