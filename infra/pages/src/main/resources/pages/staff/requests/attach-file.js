import { Paged, Problem, api, path } from '../../shared/api.js';
import { AGAIN, FormDialog } from '../../shared/form-dialog.js';
import { Fault, Refusal } from '../../shared/form.js';
import { orRead } from '../../shared/requests/part.js';
import { itemName } from '../../shared/requests/parts.js';
import { t } from '../../shared/texts.js';
import { select } from './parts.js';

async function all(resource) {
  const list = new Paged(resource, { limit: 100 });
  while (!list.complete) {
    await list.more();
  }
  return list.items;
}

/** Lets a document that is in a folder of the client answer an item: first the folder is chosen, then the document. */
export class AttachFile extends FormDialog {
  /** @param properties `clientApi`; `resource`, the item's path in the API; `item`; `read()`, which reads anew what the page shows */
  static async open(properties) {
    return super.open({ ...properties, folders: await all(`${properties.clientApi}/folders`) });
  }

  heading() {
    return t('attach.title', { name: itemName(this.item) });
  }

  action() {
    return t(this.folderId ? 'attach.action' : 'action.next');
  }

  fields(form) {
    return this.folderId
      ? select(form, { name: 'documentId', label: t('attach.document'), options: this.documents.map(({ documentId, name }) => [documentId, name]) })
      : select(form, { name: 'folderId', label: t('attach.folder'), options: this.folders.map(({ folderId, name }) => [folderId, name]) });
  }

  async send({ folderId, documentId }) {
    if (folderId) {
      const documents = await all(`${this.clientApi}${path`/folders/${folderId}/documents`}`);
      if (documents.length === 0) {
        throw new Fault({ folderId: t('attach.empty') });
      }
      Object.assign(this, { folderId, documents });
      return AGAIN;
    }
    try {
      const attach = () => api.put(`${this.resource}${path`/files/${documentId}`}`, { body: { folderId: this.folderId } });
      return await orRead(this.read, attach);
    } catch (error) {
      throw error instanceof Problem && error.is('conflict', 'not-shareable') ? new Refusal(t(`attach.${error.type}`)) : error;
    }
  }
}

customElements.define('attach-file', AttachFile);
