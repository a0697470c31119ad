// Creates a firm on the local stack and prints what a client of the API needs: its address, the firm, its administrator's token.

const api = process.argv[2];
const local = await (await fetch(`${api}/_local`)).json();

async function post(url, body, headers = {}, method = 'POST') {
  const answer = await fetch(url, {
    method,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: body === undefined ? undefined : JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`${method} ${url}: ${answer.status} ${text}`);
  return text ? JSON.parse(text) : {};
}

async function mail(to, pattern) {
  await post(`${api}/_local/settle`);
  const { messages } = await (await fetch(`${api}/_local/outbox`)).json();
  const texts = messages.filter((message) => message.to === to).map((message) => message.text);
  return texts.flatMap((text) => [...text.matchAll(pattern)].map((found) => found[1])).at(-1);
}

function cognito(call, body) {
  return post(local.cognito, body, {
    'Content-Type': 'application/x-amz-json-1.1',
    'X-Amz-Target': `AWSCognitoIdentityProviderService.${call}`,
  });
}

async function signIn(email) {
  const client = { ClientId: local.staffClientId };
  const { Session } = await cognito('InitiateAuth', {
    ...client,
    AuthFlow: 'USER_AUTH',
    AuthParameters: { USERNAME: email, PREFERRED_CHALLENGE: 'EMAIL_OTP' },
  });
  const code = await mail(email, /^([0-9]{8})$/gm);
  const answer = await cognito('RespondToAuthChallenge', {
    ...client,
    Session,
    ChallengeName: 'EMAIL_OTP',
    ChallengeResponses: { USERNAME: email, EMAIL_OTP_CODE: code },
  });
  return answer.AuthenticationResult.AccessToken;
}

const email = 'ada@meyer.test';
const token = /#([A-Za-z0-9_-]{43,})/g;
const bearer = (of) => ({ Authorization: `Bearer ${of}` });
const firm = await post(
  `${api}/v1/firms`,
  { name: 'Meyer & Partner', slug: 'meyer', administrator: { name: 'Ada', email } },
  bearer(await signIn('operator@portal.test')),
);
const { browserKey } = await post(`${api}/v1/invitations/accept`, { token: await mail(email, token) });
await post(`${api}/v1/verifications`, { token: await mail(email, token), browserKey, password: 'Correct-horse-9' });
const ada = await signIn(email);
await post(
  `${api}/v1/firms/${firm.firmId}/staff/${firm.administrator.staffId}`,
  { webPortal: true },
  { ...bearer(ada), 'Content-Type': 'application/merge-patch+json' },
  'PATCH',
);
console.log(JSON.stringify({ api, firm: firm.firmId, token: ada }));
