/** What several of the staff's pages show in the same way. */
import { api } from '../shared/api.js';
import { announce } from '../shared/app.js';
import { html, nothing } from '../shared/element.js';
import { icon } from '../shared/icons.js';
import { t } from '../shared/texts.js';

/** The way here: `[[label, href], …]`, the last one is the page itself. */
export function crumbs(...way) {
  return html`<nav class="crumbs" aria-label=${t('crumbs.label')}>
    <ol>
      ${way.map(([label, href]) => html`<li>${href ? html`<a href=${href}>${label}</a>` : label}</li>`)}
    </ol>
  </nav>`;
}

const ACCOUNTS = { active: 'good', invited: 'accent', bounced: 'bad', revoked: 'warn' };

/** The state of an account, in words and with a color. */
export function accountBadge({ status }) {
  return html`<span class="badge ${ACCOUNTS[status] ?? ''}">${t(`account.${status}`)}</span>`;
}

/** Who an item is open to: nobody (gray), some (orange), all authorized (blue). */
export function shareState(state) {
  return html`<span class="state ${state}">${t(`shareState.${state}`)}</span>`;
}

/** The rest of a list. */
export function moreButton(page, list) {
  return list.complete
    ? nothing
    : html`<p class="more"><button class="button" @click=${() => page.attempt(() => list.more())}>${t('action.more')}</button></p>`;
}

export function blank(name, title, text) {
  return html`<div class="blank">${icon(name)}<h2>${title}</h2><p>${text}</p></div>`;
}

/** The browser saves what the URL leads to; the page stays. */
export async function download(resource, name) {
  const { url } = await api.post(`${resource}/download`);
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noreferrer';
  link.download = name;
  link.click();
  announce(t('document.downloading', { name }));
}

/** Says on the page and in the live region that something was done. */
export function done(page, text) {
  page.message = { kind: 'good', text };
  announce(text);
  page.requestUpdate();
}
