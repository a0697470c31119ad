/**
 * What makes pages an application: it shows the page of the address, asks for a sign-in where one is needed, moves focus to
 * the heading of a new page, and says there what has changed for those who cannot see it.
 *
 *     app.start({ shell, routes, signIn: { tag, load }, missing: { tag, load } });
 *
 * `<app-outlet>` is where pages appear. Events on `app`: `language` after another was chosen; `uploading` when the number of
 * uploads under way has changed; `failure` when a page's module cannot be read.
 */
import { Router } from './router.js';
import session from './session.js';
import { chooseLanguage } from './texts.js';

class App extends EventTarget {
  #router;
  #settings;
  #turn = 0;

  /** Why the sign-in page is shown: `ended`, `signed-out`, or undefined. */
  signInReason;
  params = {};
  /** Uploads under way, and the page on which they are seen. */
  uploading = { count: 0, href: undefined };

  start(settings) {
    this.#settings = settings;
    this.#router = new Router(settings.routes, (place) => this.#show(place));
    session.addEventListener('begun', () => {
      this.signInReason = undefined;
      this.#router.again({ moved: true });
    });
    session.addEventListener('ended', ({ detail }) => {
      this.signInReason = detail.reason;
      this.#router.again({ moved: true });
    });
    this.#router.start();
  }

  go(path, options) {
    this.#router.go(path, options);
  }

  /** Shows anew what is around the page. */
  refresh() {
    return this.#settings.shell.refresh();
  }

  showUploading(count, href) {
    if (count !== this.uploading.count || href !== this.uploading.href) {
      this.uploading = { count, href };
      this.dispatchEvent(new Event('uploading'));
    }
  }

  async chooseLanguage(language) {
    await chooseLanguage(language);
    this.dispatchEvent(new Event('language'));
    this.#router.again();
  }

  async #show({ route, params, query, secret, moved }) {
    const turn = ++this.#turn;
    const { signIn, missing } = this.#settings;
    const target = !route ? missing : route.open || session.signedIn ? route : signIn;
    try {
      await target.load();
    } catch (error) {
      // A module that cannot be read, after a deployment or without a connection: the browser's own reload helps.
      if (turn === this.#turn) {
        this.dispatchEvent(new CustomEvent('failure', { detail: error }));
      }
      return;
    }
    // Meanwhile the person may have gone elsewhere.
    if (turn !== this.#turn) {
      return;
    }
    this.params = params;
    // What is around the page comes first, so that the page does not move when it does.
    await this.refresh();
    if (turn !== this.#turn) {
      return;
    }
    const page = document.createElement(target.tag);
    Object.assign(page, { params, query, secret, moved });
    document.querySelector('app-outlet').replaceChildren(page);
    if (moved) {
      scrollTo(0, 0);
    }
  }
}

export const app = new App();

/** Says something in the live region, for screen readers. */
export function announce(text) {
  const region = document.getElementById('announcements');
  // The same words twice are only noticed when the region was empty in between.
  region.textContent = '';
  setTimeout(() => (region.textContent = text), 50);
}
