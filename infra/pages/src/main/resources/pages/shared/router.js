/**
 * Pages by path, in one document. Links are plain `<a href>`: those to a path of this origin are followed here, with the
 * browser's own history, so that back, forward, a new tab and a copied address do what they do everywhere.
 *
 * A route is `{path, load, tag, open}`: `/:slug/folders/:folderId`; a function that imports the module of its element; the
 * element's name; and whether it needs nobody signed in. The element gets `params`, `query` and `secret`.
 *
 * The fragment of a link in a mail is a secret. It is taken out of the address before anything else happens, and kept in
 * the entry of the tab's history, so that a reload still has it, until the page calls `forgetSecret()`.
 */
function matcher({ path }) {
  const names = [];
  const source = path.replace(/:(\w+)/g, (_, name) => {
    names.push(name);
    return '([^/]+)';
  });
  const pattern = new RegExp(`^${source}/?$`);
  return (pathname) => {
    const found = pattern.exec(pathname);
    return found && Object.fromEntries(names.map((name, index) => [name, decode(found[index + 1])]));
  };
}

function decode(segment) {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}

export class Router {
  #routes;
  #show;

  /** @param show is called with `{route, params, query, secret, moved}` for each place that is gone to */
  constructor(routes, show) {
    this.#routes = routes.map((route) => ({ route, match: matcher(route) }));
    this.#show = show;
  }

  start() {
    history.scrollRestoration = 'manual';
    addEventListener('popstate', () => this.#go(true));
    addEventListener('hashchange', () => this.#go(true));
    document.addEventListener('click', (event) => this.#click(event));
    this.#go(false);
  }

  /** Goes to a path of this origin. */
  go(path, { replace = false } = {}) {
    history[replace ? 'replaceState' : 'pushState']({}, '', path);
    this.#go(true);
  }

  /** Shows the place once more, for somebody else or in another language. */
  again({ moved = false } = {}) {
    this.#go(moved);
  }

  #go(moved) {
    const { pathname, search, hash } = location;
    if (hash.length > 1 && hash !== '#main') {
      history.replaceState({ secret: hash.slice(1) }, '', pathname + search);
    }
    for (const { route, match } of this.#routes) {
      const params = match(pathname);
      if (params) {
        this.#show({ route, params, query: new URLSearchParams(search), secret: history.state?.secret, moved });
        return;
      }
    }
    this.#show({ params: {}, query: new URLSearchParams(), moved });
  }

  #click(event) {
    const link = event.target.closest?.('a[href]');
    const elsewhere =
      !link ||
      link.target ||
      link.hasAttribute('download') ||
      link.origin !== location.origin ||
      event.defaultPrevented ||
      event.button !== 0 ||
      event.metaKey ||
      event.ctrlKey ||
      event.shiftKey ||
      event.altKey;
    if (elsewhere || link.getAttribute('href').startsWith('#')) {
      return;
    }
    event.preventDefault();
    this.go(link.pathname + link.search + link.hash);
  }
}

/** The secret was used, or is no more wanted. */
export function forgetSecret() {
  history.replaceState({}, '', location.pathname + location.search);
}
