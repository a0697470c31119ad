import { Paged, path } from '../../shared/api.js';
import { html } from '../../shared/element.js';
import { Page } from '../../shared/page.js';
import { blank, crumbs, moreButton } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { membership } from '../place.js';
import { askedRows } from './asked.js';

/** What was asked of a person and is done. */
class EngagementsPage extends Page {
  async load() {
    const { firmId, clientId } = await membership(this.params);
    this.list = new Paged(path`/v1/firms/${firmId}/clients/${clientId}/engagements`, { limit: 50, settled: true });
    await this.list.more();
  }

  title() {
    return t('settled.title');
  }

  above() {
    const { slug, clientId } = this.params;
    return crumbs([t('asked.home'), to.client(slug, clientId)], [this.title()]);
  }

  content() {
    return html`
      ${this.messages()}
      ${this.list.items.length === 0
        ? blank('check', t('settled.empty.title'), t('settled.empty.text'))
        : askedRows(this.list.items, this.params)}
      ${moreButton(this, this.list)}
    `;
  }
}

customElements.define('engagements-page', EngagementsPage);
