/** The firm that an address of the staff's pages names, as the person who is signed in knows it. */
import { Problem } from '../shared/api.js';
import { me } from '../shared/me.js';

/**
 * The membership of `getMe`, with what may be done there.
 *
 * @throws Problem `not-found` for a firm that is not the person's own
 */
export async function membership({ firmId }) {
  const { staffOf } = await me();
  const found = staffOf.find((each) => each.firmId === firmId);
  if (!found) {
    throw new Problem({ type: 'not-found', status: 404 });
  }
  return { ...found, administrator: found.role === 'administrator' };
}
