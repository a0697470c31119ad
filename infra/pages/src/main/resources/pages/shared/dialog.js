/** A question before something that is not undone: resolves to whether the person wants it. */
import { html, nothing } from './element.js';
import { render } from '../lib/lit-html/lit-html.js';
import { t } from './texts.js';

export function ask({ title, text, action, dangerous = false }) {
  return new Promise((resolve) => {
    const dialog = document.createElement('dialog');
    dialog.className = 'dialog';
    dialog.setAttribute('aria-labelledby', 'question');
    render(
      html`<form method="dialog">
        <h2 id="question">${title}</h2>
        ${text ? html`<p>${text}</p>` : nothing}
        <div class="actions">
          <button class="button ${dangerous ? 'danger' : 'primary'}" value="yes">${action}</button>
          <button class="button" value="no">${t('action.cancel')}</button>
        </div>
      </form>`,
      dialog,
    );
    dialog.addEventListener('close', () => {
      dialog.remove();
      resolve(dialog.returnValue === 'yes');
    });
    document.body.append(dialog);
    dialog.showModal();
  });
}
