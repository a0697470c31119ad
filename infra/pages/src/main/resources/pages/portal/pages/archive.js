import { blank } from '../../shared/parts.js';
import { t } from '../../shared/texts.js';
import { SharedPage } from './shared.js';

/** What is shared and was archived. */
class ArchivePage extends SharedPage {
  archived = true;

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
