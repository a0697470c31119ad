/**
 * `<site-logo>`: the logo of a site, and how another one gets there: chosen, sent, checked.
 *
 * Properties: `resource`, the path of the logo in the API; `logo`, as `getPortalSetup` has it; `read()`, which reads it anew for the page.
 */
import { api } from '../../shared/api.js';
import { announce } from '../../shared/app.js';
import { ask } from '../../shared/dialog.js';
import { html, nothing } from '../../shared/element.js';
import { UnreadableFile, hashFile } from '../../shared/hash.js';
import { Acting, notice } from '../../shared/page.js';
import { Interrupted, sendBytes } from '../../shared/send-bytes.js';
import { hasText, percent, t } from '../../shared/texts.js';
import '../../shared/upload-list.js';

const TYPES = ['image/png', 'image/jpeg'];
const LARGEST = 819_200;
const LONGEST_PAUSE = 10;

class SiteLogo extends Acting {
  static properties = { logo: { attribute: false } };

  #stop = new AbortController();

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#stop.abort();
  }

  view() {
    const { current, upload } = this.logo;
    return html`<section class="section" aria-labelledby="logo">
      <div class="head">
        <h2 id="logo" tabindex="-1">${t('logo.title')}</h2>
        ${current ? html`<button class="button small" @click=${() => this.#remove()}>${t('logo.remove')}</button>` : nothing}
      </div>
      <p class="hint">${t('logo.hint')}</p>
      <div class="stack">
        ${this.messages()}
        ${upload && !this.sending ? this.#outcome(upload) : nothing}
        ${current
          ? html`<p class="logo-ground"><img src=${current.url} alt=${t('site.logo')} /></p>`
          : html`<p>${t('logo.none')}</p>`}
      </div>
      ${this.sending ? this.#progress() : this.#choose(current)}
    </section>`;
  }

  /** Of what was sent last and is not shown. */
  #outcome({ status, rejection }) {
    return status === 'rejected' ? notice('bad', t('logo.rejected', { reason: reason(rejection) })) : notice('note', t('logo.pending'));
  }

  #choose(current) {
    return html`<file-drop
      single
      .label=${t(current ? 'logo.replace' : 'logo.choose')}
      .accept=${TYPES.join(',')}
      .choose=${([file]) => this.attempt(() => this.#send(file))}
    ></file-drop>`;
  }

  #progress() {
    const { part } = this.sending;
    return html`<div class="panel-box">
      <p>${t(part < 1 ? 'logo.sending' : 'logo.checking', { percent: percent(part) })}</p>
      <progress aria-label=${t('logo.progress')} max="1" .value=${part}></progress>
    </div>`;
  }

  #shows(sending) {
    this.sending = sending;
    this.requestUpdate();
  }

  async #send(file) {
    const fault = !TYPES.includes(file.type) ? 'logo.type' : file.size > LARGEST || file.size === 0 ? 'logo.size' : undefined;
    if (fault) {
      this.say('bad', t(fault));
      return;
    }
    const { signal } = this.#stop;
    this.#shows({ part: 0 });
    try {
      const { sha256 } = await hashFile(file, { signal });
      const body = { size: file.size, contentType: file.type, sha256 };
      const { version, upload } = await api.post(this.resource, { body, once: true });
      await sendBytes(upload, file, { signal, progress: (sent) => this.#shows({ part: sent / file.size }) });
      await this.#checked(version);
    } catch (error) {
      if (signal.aborted) {
        return;
      }
      const known = error instanceof Interrupted ? 'logo.interrupted' : error instanceof UnreadableFile ? 'logo.unreadable' : undefined;
      if (!known) {
        throw error;
      }
      this.say('bad', t(known));
    } finally {
      this.#shows(undefined);
    }
  }

  /** Waits until the bytes were checked, and says what came of them. */
  async #checked(version) {
    this.#shows({ part: 1 });
    for (let pause = 0.3; !this.#stop.signal.aborted; pause = Math.min(pause * 1.5, LONGEST_PAUSE)) {
      await new Promise((resolve) => setTimeout(resolve, pause * 1000));
      const { current, upload } = await this.read();
      if (current?.version === version) {
        this.#shows(undefined);
        this.say('good', t('logo.shown'));
        return;
      }
      if (upload?.version !== version || upload.status === 'rejected') {
        this.#shows(undefined);
        announce(t('logo.rejected', { reason: reason(upload?.rejection) }));
        return;
      }
    }
  }

  async #remove() {
    const sure = await ask({ title: t('logo.remove.title'), text: t('logo.remove.text'), action: t('logo.remove'), dangerous: true });
    if (!sure) {
      return;
    }
    const removed = await this.attempt(async () => {
      await api.delete(this.resource);
      await this.read();
    });
    if (removed) {
      this.say('good', t('logo.removed'));
    }
    await this.updateComplete;
    this.querySelector('#logo').focus();
  }
}

/** Why a picture is not shown, in words. */
function reason(rejection) {
  const key = `logo.rejection.${rejection?.code}`;
  return hasText(key) ? t(key) : (rejection?.detail ?? t('logo.replaced'));
}

customElements.define('site-logo', SiteLogo);
