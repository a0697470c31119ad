/** What several pages of both sides show in the same way. */
import { api } from './api.js';
import { announce, app } from './app.js';
import { html, nothing } from './element.js';
import { icon } from './icons.js';
import { dateTime, t } from './texts.js';

/** The way here: `[[label, href], …]`, the last one is the page itself. */
export function crumbs(...way) {
  return html`<nav class="crumbs" aria-label=${t('crumbs.label')}>
    <ol>
      ${way.map(([label, href]) => html`<li>${href ? html`<a href=${href}>${label}</a>` : label}</li>`)}
    </ol>
  </nav>`;
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

/** Who wrote a note, when, and whether it was changed. */
export function noteFacts({ by, createdAt, editedAt }) {
  return html`<span>${t('note.by', { name: by.name })}</span><span>${dateTime(createdAt)}</span>${editedAt
      ? html`<span>${t('note.edited', { date: dateTime(editedAt) })}</span>`
      : nothing}`;
}

/** A note to be read. */
export function noteText(note) {
  return html`<div class="sub">${noteFacts(note)}</div>
    <div class="panel-box prose">${note.text}</div>`;
}

/** The browser saves what the URL leads to, and the page stays; where it may not, in a tab that closes, so that uploads go on. */
export async function download(resource, name) {
  const { url } = await api.post(`${resource}/download`);
  const link = document.createElement('a');
  link.href = url;
  link.rel = 'noreferrer';
  link.target = app.uploading.count > 0 ? '_blank' : '';
  link.click();
  announce(t('document.downloading', { name }));
}
