import { AccountPage, digits } from './account-page.js';
import { announce, app } from './app.js';
import * as cognito from './cognito.js';
import { html, nothing } from './element.js';
import { Fault, Form, Refusal } from './form.js';
import { icon } from './icons.js';
import { notice } from './page.js';
import session from './session.js';
import { t } from './texts.js';

/** An address as people sign in with it: the domain in its ASCII form, as the API keeps it. */
export function signInName(address) {
  const trimmed = address.trim();
  const at = trimmed.lastIndexOf('@');
  try {
    return trimmed.slice(0, at + 1) + new URL(`https://${trimmed.slice(at + 1)}`).hostname;
  } catch {
    return trimmed;
  }
}

/** The challenge of Cognito for each way to sign in, and the text and icon of its button. */
const WAYS = {
  code: { challenge: 'EMAIL_OTP', send: 'signIn.sendCode', choose: 'signIn.withCode', icon: 'mail' },
  password: { challenge: 'PASSWORD', send: 'signIn.title', choose: 'signIn.withPassword', icon: 'lock' },
  passkey: { challenge: 'WEB_AUTHN', send: 'signIn.withPasskey', choose: 'signIn.withPasskey', icon: 'key' },
};

/** Signing in with a mailed code, a password, or a passkey, and an authenticator app after the password. */
export class SignInPage extends AccountPage {
  at = 'address';
  email = '';

  async load() {
    await super.load();
    [this.method] = this.#possible();
  }

  /** What the site offers and the browser can do. */
  #possible() {
    return this.ways.filter((way) => way !== 'passkey' || cognito.passkeys.supported);
  }

  address = new Form(this, async ({ email, password, stay, method }) => {
    this.email = signInName(email);
    this.stay = stay === 'on';
    const { challenge } = WAYS[method];
    await this.#go(challenge, challenge === 'PASSWORD' ? { PASSWORD: password } : {});
  });

  code = new Form(this, async ({ code }) => {
    const name = this.challenge.ChallengeName;
    await this.#continue(
      await this.#cognito(() =>
        cognito.respond(this.email, name, this.challenge.Session, { [`${name}_CODE`]: digits(code) }),
      ),
    );
  });

  async #go(preferred, parameters) {
    await this.#continue(await this.#cognito(() => cognito.initiate(this.email, preferred, parameters)), preferred);
  }

  async #continue(answer, preferred) {
    if (answer.AuthenticationResult) {
      session.begin(answer.AuthenticationResult, { stay: this.stay });
      return;
    }
    this.challenge = { ...answer, Session: answer.Session ?? this.challenge?.Session };
    switch (answer.ChallengeName) {
      case 'EMAIL_OTP':
        // Who is not known gets this as the answer to a passkey, too.
        announce(t('signIn.codeSent', { email: this.email }));
        return this.step('code');
      case 'SOFTWARE_TOKEN_MFA':
        return this.step('app');
      case 'WEB_AUTHN': {
        const CREDENTIAL = await cognito.passkeys.sign(answer).catch(() => {
          throw new Refusal(t('signIn.passkeyFailed'));
        });
        return this.#continue(
          await this.#cognito(() => cognito.respond(this.email, 'WEB_AUTHN', answer.Session, { CREDENTIAL })),
        );
      }
      default:
        return this.#refused(answer, preferred);
    }
  }

  /** The person does not sign in that way. */
  #refused({ AvailableChallenges = [] }, preferred) {
    if (preferred === 'EMAIL_OTP' && AvailableChallenges.includes('PASSWORD')) {
      this.method = 'password';
      throw new Refusal(t('signIn.passwordInstead'));
    }
    throw new Refusal(t(preferred === 'WEB_AUTHN' ? 'signIn.noPasskey' : 'signIn.notRight'));
  }

  async #cognito(call) {
    try {
      return await call();
    } catch (error) {
      if (!(error instanceof cognito.CognitoError)) {
        throw new Refusal(t('problem.offline'));
      }
      switch (error.name) {
        case 'CodeMismatchException':
          throw new Fault({ code: t('fault.code.wrong') });
        case 'ExpiredCodeException':
          throw new Refusal(t('signIn.codeExpired'));
        case 'NotAuthorizedException':
        case 'UserNotFoundException':
        case 'UserNotConfirmedException':
          throw new Refusal(t(this.at === 'address' ? 'signIn.notRight' : 'signIn.codeExpired'));
        case 'TooManyRequestsException':
        case 'LimitExceededException':
        case 'TooManyFailedAttemptsException':
          throw new Refusal(t('signIn.tooMany'));
        default:
          throw new Refusal(t('problem.unexpected'));
      }
    }
  }

  title() {
    return { address: t('signIn.title'), code: t('signIn.code.title'), app: t('signIn.app.title') }[this.at];
  }

  content() {
    return { address: () => this.#address(), code: () => this.#code(), app: () => this.#app() }[this.at]();
  }

  #address() {
    const form = this.address;
    const { method } = this;
    const others = this.#possible().filter((way) => way !== method);
    if (!method) {
      return html`<p class="lead">${t('signIn.lead', { firm: this.firm })}</p>
        ${notice('bad', t('signIn.passkeyOnly'))}`;
    }
    return html`
      <p class="lead">${t('signIn.lead', { firm: this.firm })}</p>
      ${this.welcome()}
      ${app.signInReason ? notice('note', t(`signIn.reason.${app.signInReason}`)) : nothing}
      <form @submit=${form.submit} novalidate>
        ${form.alert()}
        ${form.field({ name: 'email', label: t('field.email'), type: 'email', value: this.email, autocomplete: 'username', required: true })}
        ${method === 'password'
          ? form.field({ name: 'password', label: t('field.password'), type: 'password', autocomplete: 'current-password', required: true })
          : nothing}
        <label class="check"><input type="checkbox" name="stay" /> ${t('signIn.stay')}</label>
        ${form.button(t(WAYS[method].send), { name: 'method', value: method })}
        ${others.length > 0
          ? html`<div class="or"><span>${t('signIn.or')}</span></div>
              <div class="ways">${others.map((way) => this.#other(way))}</div>`
          : nothing}
      </form>
      ${this.offers('password') || method === 'password' ? html`<p class="below"><a href="${this.base}/reset">${t('signIn.forgot')}</a></p>` : nothing}
      ${this.registration()}
    `;
  }

  /** The button of another way: a passkey needs no field that is not there yet. */
  #other(way) {
    const label = html`${icon(WAYS[way].icon)}${t(WAYS[way].choose)}`;
    return way === 'passkey'
      ? html`<button class="button" name="method" value="passkey" @click=${this.#withoutPassword}>${label}</button>`
      : html`<button type="button" class="button" @click=${() => this.#choose(way)}>${label}</button>`;
  }

  /** A link for those without an account, where they may register. */
  registration() {
    return nothing;
  }

  /** What was typed as a password is not asked for with a passkey. */
  #withoutPassword = (event) => event.currentTarget.form.elements.password?.removeAttribute('required');

  async #choose(method) {
    this.email = this.querySelector('[name=email]').value;
    this.method = method;
    this.address.refusal = undefined;
    this.address.faults = {};
    this.requestUpdate();
    await this.updateComplete;
    this.querySelector(this.email && method === 'password' ? '[name=password]' : '[name=email]').focus();
  }

  #code() {
    const form = this.code;
    return html`
      <p class="lead">${t('signIn.codeSent', { email: this.email })}</p>
      <form @submit=${form.submit} novalidate>
        ${form.alert()} ${this.codeField(form)} ${form.button(t('signIn.title'))}
      </form>
      <p class="below">
        <button class="link" @click=${this.#again}>${t('signIn.codeAgain')}</button>
        <button class="link" @click=${this.#back}>${t('signIn.otherAddress')}</button>
      </p>
    `;
  }

  #app() {
    const form = this.code;
    return html`
      <p class="lead">${t('signIn.app.lead')}</p>
      <form @submit=${form.submit} novalidate>
        ${form.alert()} ${this.codeField(form, { label: t('field.appCode') })} ${form.button(t('signIn.title'))}
      </form>
      <p class="below"><button class="link" @click=${this.#back}>${t('action.back')}</button></p>
    `;
  }

  #again = async () => {
    this.code.refusal = undefined;
    try {
      await this.#go('EMAIL_OTP', {});
      this.querySelector('[name=code]').focus();
    } catch (error) {
      this.code.refusal = error.message;
      this.requestUpdate();
      announce(error.message);
    }
  };

  #back = () => this.step('address');
}
