/**
 * The portal's API, as infra/openapi.yaml publishes it.
 *
 *     const { items } = await api.get(path`/v1/firms/${firmId}/clients`, { query: { limit: 100 } });
 *     await api.post(path`/v1/firms/${firmId}/clients`, { body, once: true });
 *
 * Answers other than 2xx are thrown as `Problem`. The access token is renewed when needed; without a session, `SessionEnded`
 * is thrown and the application asks the person to sign in again, at the address where they are. Calls that may be repeated
 * are repeated a little later when the API asks for it.
 */
import config from './config.js';
import session, { SessionEnded } from './session.js';

/**
 * An answer of the API that is an error, in the form of RFC 9457.
 *
 * `type` is the name after `urn:problem:`, `gateway` for the gateway's own answers, `offline` where nothing answered.
 * `errors` are the faults of the body, `{pointer, parameter, code, detail}`; `state` is where something stands that can only be
 * changed elsewhere.
 */
export class Problem extends Error {
  constructor({ type, status = 0, title = '', detail = '', instance, errors = [], state }, retryAfter) {
    super(detail || title || type);
    Object.assign(this, { name: 'Problem', type, status, title, detail, instance, errors, state, retryAfter });
  }

  is(...types) {
    return types.includes(this.type);
  }
}

/** A path with its ids escaped. */
export function path(strings, ...ids) {
  return String.raw({ raw: strings }, ...ids.map(encodeURIComponent));
}

const TRIES = 3;
const LONGEST_WAIT = 5;

async function problemOf(answer) {
  const retryAfter = Number(answer.headers.get('Retry-After')) || undefined;
  const json = await answer.json().catch(() => ({}));
  return answer.headers.get('Content-Type')?.startsWith('application/problem+json')
    ? new Problem({ ...json, type: json.type.replace('urn:problem:', '') }, retryAfter)
    : new Problem({ type: 'gateway', status: answer.status, detail: json.message }, retryAfter);
}

async function send(url, request, token) {
  const headers = token ? { ...request.headers, Authorization: `Bearer ${token}` } : request.headers;
  try {
    return await fetch(url, { ...request, headers });
  } catch (error) {
    if (error.name === 'AbortError') {
      throw error;
    }
    throw new Problem({ type: 'offline' });
  }
}

/**
 * @param options.query parameters; those that are undefined are left out
 * @param options.body sent as JSON
 * @param options.etag what the change is based on
 * @param options.once for a POST that creates: a repeated call creates nothing twice; `true`, or a key of the caller's
 * @param options.open for what needs no token
 * @param options.accept the media type of a file
 * @returns `{data, etag}`; `data` is undefined for 204, and a `Blob` for a file
 */
async function call(method, resource, { query = {}, body, etag, once, open = false, accept, signal } = {}) {
  const url = new URL(config.api + resource);
  Object.entries(query).forEach(([name, value]) => value !== undefined && url.searchParams.set(name, value));
  const headers = {};
  if (body !== undefined) {
    headers['Content-Type'] = method === 'PATCH' ? 'application/merge-patch+json' : 'application/json';
  }
  if (accept) {
    headers.Accept = accept;
  }
  if (etag) {
    headers['If-Match'] = etag;
  }
  if (once) {
    headers['Idempotency-Key'] = once === true ? crypto.randomUUID() : once;
  }
  const request = {
    method,
    headers,
    signal,
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  };
  const repeatable = method !== 'POST' || Boolean(once);
  let token = open ? undefined : await tokenOf(() => session.token());
  let renewed = false;

  for (let attempt = 1; ; attempt++) {
    const answer = await send(url, request, token);
    if (answer.ok) {
      const data = answer.status === 204 ? undefined : await (accept ? answer.blob() : answer.json());
      return { data, etag: answer.headers.get('ETag') ?? undefined };
    }
    const problem = await problemOf(answer);
    if (!open && problem.is('session-ended')) {
      session.end();
      throw new SessionEnded();
    }
    if (!open && problem.status === 401 && !renewed) {
      renewed = true;
      const refused = token;
      token = await tokenOf(() => session.renew(refused));
      continue;
    }
    if (!open && problem.status === 401) {
      session.end();
      throw new SessionEnded();
    }
    const waitable = problem.status === 503 || problem.is('conflict');
    if (!repeatable || !waitable || attempt === TRIES) {
      throw problem;
    }
    await pause(Math.min(problem.retryAfter ?? attempt, LONGEST_WAIT));
  }
}

/** Cognito not being reached is the same for the person as the API not being reached. */
async function tokenOf(obtain) {
  try {
    return await obtain();
  } catch (error) {
    throw error instanceof TypeError ? new Problem({ type: 'offline' }) : error;
  }
}

const pause = (seconds) => new Promise((resolve) => setTimeout(resolve, seconds * 1000));

export const api = {
  call,
  get: async (resource, options) => (await call('GET', resource, options)).data,
  post: async (resource, options) => (await call('POST', resource, options)).data,
  put: async (resource, options) => (await call('PUT', resource, options)).data,
  patch: async (resource, options) => (await call('PATCH', resource, options)).data,
  delete: async (resource, options) => (await call('DELETE', resource, options)).data,
};

/**
 * A list that is read page by page.
 *
 *     const folders = new Paged(path`/v1/firms/${firmId}/clients/${clientId}/folders`, { limit: 100 });
 *     await folders.more();  // folders.items, folders.complete
 */
export class Paged {
  #resource;
  #query;
  #cursor;
  items = [];
  complete = false;

  constructor(resource, query = {}) {
    this.#resource = resource;
    this.#query = query;
  }

  /** Reads on until something came or nothing is left: a page may be empty and go on. */
  async more() {
    const before = this.items.length;
    while (!this.complete && this.items.length === before) {
      const page = await api.get(this.#resource, { query: { ...this.#query, cursor: this.#cursor } });
      this.items = [...this.items, ...page.items];
      this.#cursor = page.nextCursor;
      this.complete = !this.#cursor;
    }
    return this;
  }
}
