/** Sharing as it is done on several pages. */
import { t } from '../shared/texts.js';

/**
 * Asks who an item is open to. What the page shows is read again then, and said.
 *
 * @param page the page
 * @param item as `ShareDialog.open()` takes it
 * @param read reads what the page shows
 */
export async function share(page, item, read) {
  let saved;
  const shown = await page.attempt(async () => {
    const { ShareDialog } = await import('./share-dialog.js');
    saved = await ShareDialog.open(item);
    if (saved) {
      await read();
    }
  });
  if (shown && saved) {
    page.say('good', t('share.saved', { name: item.name }));
  }
}
