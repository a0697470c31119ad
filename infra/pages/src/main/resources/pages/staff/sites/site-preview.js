/**
 * `<site-preview>`: what a site's settings make of its pages, in light and in dark. Nothing in it can be used.
 *
 * Properties: `site`, `{displayName, welcome, accentColor}`; `logoUrl`.
 */
import { paint } from '../../shared/accent.js';
import { Element, html, nothing } from '../../shared/element.js';
import { t } from '../../shared/texts.js';

class SitePreview extends Element {
  static properties = { site: { attribute: false }, logoUrl: {} };

  view() {
    return html`<section class="section" aria-labelledby="preview">
      <h2 id="preview">${t('preview.title')}</h2>
      <p class="hint">${t('preview.hint')}</p>
      ${['light', 'dark'].map((scheme) => this.#page(scheme))}
    </section>`;
  }

  #page(scheme) {
    const { displayName, welcome } = this.site;
    return html`<div class="site-preview ${scheme}">
      <p class="brand">
        ${this.logoUrl ? html`<img class="logo" src=${this.logoUrl} alt=${t('site.logo')} />` : nothing}
        <span class="name">${displayName}</span>
      </p>
      <div class="panel-box">
        ${welcome ? html`<p class="welcome">${welcome}</p>` : nothing}
        <p><span class="button primary">${t('signIn.title')}</span></p>
        <p><span class="link">${t('signIn.forgot')}</span></p>
      </div>
    </div>`;
  }

  updated() {
    this.querySelectorAll('.site-preview').forEach((page) => paint(page, this.site.accentColor));
  }
}

customElements.define('site-preview', SitePreview);
