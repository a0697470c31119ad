/**
 * Where the pages run, from `/config.json` of their own origin:
 * `{api, cognito, userPoolClientId, region, portalUrl?, staffUrl?}`. `cognito` is the address of its API.
 */
const answer = await fetch('/config.json', { cache: 'no-cache' });
if (!answer.ok) {
  throw new Error(`/config.json answered ${answer.status}`);
}
const config = await answer.json();

export default Object.freeze({
  ...config,
  cognito: config.cognito ?? `https://cognito-idp.${config.region}.amazonaws.com/`,
});
