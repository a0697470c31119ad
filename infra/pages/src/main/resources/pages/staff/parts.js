/** What several of the staff's pages show in the same way. */
import { html } from '../shared/element.js';
import { t } from '../shared/texts.js';

const ACCOUNTS = { active: 'good', invited: 'accent', bounced: 'bad', revoked: 'warn' };

/** The state of an account, in words and with a color. */
export function accountBadge({ status }) {
  return html`<span class="badge ${ACCOUNTS[status] ?? ''}">${t(`account.${status}`)}</span>`;
}

/** Who an item is open to: nobody (gray), some (orange), all authorized (blue). */
export function shareState(state) {
  return html`<span class="state ${state}">${t(`shareState.${state}`)}</span>`;
}

/** A number as the API has it, of one as people write it: "+49 (30) 12 34-56". */
export const phoneNumber = (typed) => typed.replace(/[\s()./-]/g, '');
