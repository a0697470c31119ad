/** Who is signed in, and where: `getMe`, asked once for a session. */
import { api } from './api.js';
import { app } from './app.js';
import session from './session.js';

let asked;

session.addEventListener('begun', () => (asked = undefined));
session.addEventListener('ended', () => (asked = undefined));

export function me() {
  if (!asked) {
    const answer = api.get('/v1/me');
    asked = answer;
    // A failure is not kept: the next page asks again.
    answer.catch(() => asked === answer && (asked = undefined));
  }
  return asked;
}

/** Asks again, where something has changed, and so may what is around the page. */
export async function refreshMe() {
  asked = undefined;
  await me();
  await app.refresh();
}
