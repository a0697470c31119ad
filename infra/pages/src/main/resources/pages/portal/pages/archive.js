import { html } from '../../shared/element.js';
import { blank } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { to } from '../paths.js';
import { SharedPage } from './shared.js';

/** What is shared and was archived. */
class ArchivePage extends SharedPage {
  archived = true;

  /** What is asked is not in the archive, and what was is on a page of its own. */
  async readAsked() {}

  content() {
    const { slug, clientId } = this.params;
    return html`${super.content()}
      <p class="below"><a href=${to.engagements(slug, clientId)}>${t('archive.requests')}</a></p>`;
  }

  title() {
    return t('archive.title');
  }

  lead() {
    return t('archive.lead');
  }

  empty() {
    return blank('archive', t('archive.empty.title'), t('archive.empty.text', { firm: this.membership.firmName }));
  }
}

customElements.define('archive-page', ArchivePage);
