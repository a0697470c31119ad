/**
 * The session of the person who is signed in, in this tab.
 *
 * Tokens are kept in memory and in sessionStorage, so that a reload keeps them and closing the tab forgets them. Only
 * whoever asks to stay signed in has them in localStorage, and then in all tabs. Cognito replaces a refresh token when it is
 * exchanged, so one tab at a time does it and sends the new one to the others that have the same, such as a duplicated tab.
 *
 * Events: `begun`, and `ended` with `detail.reason`: `signed-out`, or `ended` when the person has to sign in again.
 */
import * as cognito from './cognito.js';

const KEY = 'portal.session';
const EARLY = 60_000;

/** The session is over, and only signing in again helps. */
export class SessionEnded extends Error {}

class Session extends EventTarget {
  #tokens = stored();
  #refreshing;

  #others = new BroadcastChannel(KEY);

  constructor() {
    super();
    this.#others.onmessage = ({ data: { replaced, tokens } }) => {
      if (this.#tokens?.refresh !== replaced) {
        return;
      }
      if (tokens) {
        this.#keep(tokens);
      } else {
        this.#forget();
        this.#announce('ended', { reason: 'signed-out' });
      }
    };
  }

  get signedIn() {
    return Boolean(this.#tokens);
  }

  /** @param result Cognito's `AuthenticationResult` */
  begin(result, { stay = false } = {}) {
    this.#save(result, stay);
    this.#announce('begun');
  }

  /** An access token that is valid for a while; `SessionEnded` if there is none to be had. */
  async token() {
    if (!this.#tokens) {
      throw new SessionEnded();
    }
    return this.#tokens.until - EARLY > Date.now() ? this.#tokens.access : this.renew(this.#tokens.access);
  }

  /** Replaces an access token that was refused, or is about to be. */
  renew(refused) {
    this.#refreshing ??= this.#refresh(refused).finally(() => (this.#refreshing = undefined));
    return this.#refreshing;
  }

  async #refresh(refused) {
    return locked(async () => {
      // Another tab may have been faster.
      const current = this.#tokens?.stay ? stored() : this.#tokens;
      if (!current) {
        this.end();
        throw new SessionEnded();
      }
      this.#tokens = current;
      if (current.access !== refused) {
        return current.access;
      }
      try {
        const { AuthenticationResult } = await cognito.refresh(current.refresh);
        // Signed out meanwhile: what came back is not taken up.
        if (!this.#tokens) {
          throw new SessionEnded();
        }
        this.#save({ RefreshToken: current.refresh, ...AuthenticationResult }, current.stay);
        this.#others.postMessage({ replaced: current.refresh, tokens: this.#tokens });
        return this.#tokens.access;
      } catch (error) {
        if (error instanceof cognito.CognitoError && error.name === 'NotAuthorizedException') {
          this.end();
          throw new SessionEnded();
        }
        throw error;
      }
    });
  }

  /** The API or Cognito takes the tokens no more. */
  end() {
    if (this.#tokens) {
      this.#forget();
      this.#announce('ended', { reason: 'ended' });
    }
  }

  async signOut() {
    const tokens = this.#tokens;
    this.#others.postMessage({ replaced: tokens.refresh });
    this.#forget();
    this.#announce('ended', { reason: 'signed-out' });
    // Without a connection the tokens are forgotten all the same.
    await cognito.revoke(tokens.refresh).catch(() => {});
  }

  #save({ AccessToken, RefreshToken, ExpiresIn }, stay) {
    this.#keep({ access: AccessToken, refresh: RefreshToken, until: Date.now() + ExpiresIn * 1000, stay });
  }

  #keep(tokens) {
    this.#tokens = tokens;
    const [keep, other] = tokens.stay ? [localStorage, sessionStorage] : [sessionStorage, localStorage];
    keep.setItem(KEY, JSON.stringify(tokens));
    other.removeItem(KEY);
  }

  #forget() {
    this.#tokens = undefined;
    sessionStorage.removeItem(KEY);
    localStorage.removeItem(KEY);
  }

  #announce(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail }));
  }
}

function stored() {
  return JSON.parse(sessionStorage.getItem(KEY) ?? localStorage.getItem(KEY) ?? 'null') ?? undefined;
}

function locked(work) {
  return navigator.locks ? navigator.locks.request(KEY, work) : work();
}

export default new Session();
