/**
 * Amazon Cognito's own JSON API, as far as the pages use it: https://docs.aws.amazon.com/cognito-user-identity-pools/.
 *
 * It is written by hand because the libraries for it (Amplify, the AWS SDK) are hundreds of modules that name each other by
 * package, which takes a build step; the calls below are each one POST.
 */
import config from './config.js';

/** A refusal by Cognito. `name` is its type, such as `NotAuthorizedException`. */
export class CognitoError extends Error {
  constructor(type, message) {
    super(message);
    this.name = type;
  }
}

async function call(operation, body) {
  const answer = await fetch(config.cognito, {
    method: 'POST',
    headers: {
      'Content-Type': 'application/x-amz-json-1.1',
      'X-Amz-Target': `AWSCognitoIdentityProviderService.${operation}`,
    },
    body: JSON.stringify(body),
    cache: 'no-store',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  });
  const text = await answer.text();
  const json = text ? JSON.parse(text) : {};
  if (!answer.ok) {
    throw new CognitoError(String(json.__type ?? 'InternalErrorException').split('#').pop(), json.message ?? '');
  }
  return json;
}

const ClientId = config.userPoolClientId;

/**
 * Begins a sign-in.
 *
 * @param challenge `EMAIL_OTP`, `PASSWORD` or `WEB_AUTHN`; a person without it gets `SELECT_CHALLENGE`
 * @returns a challenge `{ChallengeName, Session, ChallengeParameters, AvailableChallenges}`, or the tokens
 */
export function initiate(email, challenge, parameters = {}) {
  return call('InitiateAuth', {
    AuthFlow: 'USER_AUTH',
    ClientId,
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: challenge, ...parameters },
  });
}

/** Answers a challenge; what comes back is the next one, or the tokens. */
export function respond(email, challenge, session, responses) {
  return call('RespondToAuthChallenge', {
    ClientId,
    ChallengeName: challenge,
    Session: session,
    ChallengeResponses: { USERNAME: email, ...responses },
  });
}

/** Exchanges a refresh token, which is replaced by the one of the answer. */
export function refresh(refreshToken) {
  return call('GetTokensFromRefreshToken', { ClientId, RefreshToken: refreshToken });
}

/** Ends one session: its refresh token, and at Cognito its access tokens. */
export function revoke(refreshToken) {
  return call('RevokeToken', { ClientId, Token: refreshToken });
}

/** Passkeys of the person whose access token it is. */
export const passkeys = {
  get supported() {
    return Boolean(globalThis.PublicKeyCredential?.parseCreationOptionsFromJSON);
  },

  async add(accessToken) {
    const { CredentialCreationOptions } = await call('StartWebAuthnRegistration', { AccessToken: accessToken });
    const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(CredentialCreationOptions);
    const credential = await navigator.credentials.create({ publicKey });
    await call('CompleteWebAuthnRegistration', { AccessToken: accessToken, Credential: credential.toJSON() });
  },

  async list(accessToken) {
    return (await call('ListWebAuthnCredentials', { AccessToken: accessToken, MaxResults: 20 })).Credentials;
  },

  remove(accessToken, id) {
    return call('DeleteWebAuthnCredential', { AccessToken: accessToken, CredentialId: id });
  },

  /** Signs what the challenge `WEB_AUTHN` asks for. */
  async sign(challenge) {
    const options = JSON.parse(challenge.ChallengeParameters.CREDENTIAL_REQUEST_OPTIONS);
    const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options);
    const credential = await navigator.credentials.get({ publicKey });
    return JSON.stringify(credential.toJSON());
  },
};

/** The authenticator app of the person whose access token it is. */
export const authenticatorApp = {
  async enabled(accessToken) {
    const { UserMFASettingList = [] } = await call('GetUser', { AccessToken: accessToken });
    return UserMFASettingList.includes('SOFTWARE_TOKEN_MFA');
  },

  /** Gives a secret for the app, in Base32, which counts once a code of it was verified. */
  async propose(accessToken) {
    return (await call('AssociateSoftwareToken', { AccessToken: accessToken })).SecretCode;
  },

  verify(accessToken, code) {
    return call('VerifySoftwareToken', { AccessToken: accessToken, UserCode: code });
  },

  /** Whether sign-ins ask for it. */
  turn(accessToken, on) {
    return call('SetUserMFAPreference', {
      AccessToken: accessToken,
      SoftwareTokenMfaSettings: { Enabled: on, PreferredMfa: on },
    });
  },
};
