/**
 * The keys that tie a verification or a password reset to this browser.
 *
 * They are in localStorage, because the link in the mail opens another tab. A key alone opens nothing: it takes the token of
 * that mail too. It is removed when it was used, or after its half hour.
 */
const name = (purpose) => `portal.browserKey.${purpose}`;

/** @param started the answer `VerificationStarted`; @param purpose `verification` or `reset` */
export function keepBrowserKey(purpose, { browserKey, expiresAt }) {
  localStorage.setItem(name(purpose), JSON.stringify({ browserKey, expiresAt }));
}

/** The key of the last one that was started here, undefined if there is none. */
export function browserKey(purpose) {
  const { browserKey: key, expiresAt } = JSON.parse(localStorage.getItem(name(purpose)) ?? '{}');
  if (key && Date.parse(expiresAt) < Date.now()) {
    forgetBrowserKey(purpose);
    return undefined;
  }
  return key;
}

export function forgetBrowserKey(purpose) {
  localStorage.removeItem(name(purpose));
}
