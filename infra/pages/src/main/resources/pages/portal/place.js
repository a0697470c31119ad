/** The client, and so the firm, that an address of the portal names, as the person who is signed in knows it. */
import { Problem } from '../shared/api.js';
import { me } from '../shared/me.js';

/**
 * The membership of `getMe`; what is not the person's own is not there for them.
 *
 * @throws Problem `not-found`
 */
export async function membership({ clientId }) {
  const { clientOf } = await me();
  const found = clientOf.find((each) => each.clientId === clientId);
  if (!found) {
    throw new Problem({ type: 'not-found', status: 404 });
  }
  return found;
}
