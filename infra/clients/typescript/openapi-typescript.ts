import createClient from 'openapi-fetch';
import type { paths } from '../target/generated/openapi-typescript';
import { content, get, job, letter, mailbox, put, settle } from './job';

/** The answer, or the problem as an error. */
function must<T>(answer: { data?: T; error?: unknown }): T {
  if (answer.data === undefined) throw new Error(JSON.stringify(answer.error));
  return answer.data;
}

async function main() {
  const portal = createClient<paths>({ baseUrl: job.api, headers: { Authorization: `Bearer ${job.token}` } });
  const email = mailbox('types');
  const firmId = job.firm;

  const { clientId } = must(
    await portal.POST('/v1/firms/{firmId}/clients', {
      params: { path: { firmId } },
      body: { kind: 'client', name: 'Carla Client', email },
    }),
  );
  must(
    await portal.POST('/v1/firms/{firmId}/clients/{clientId}/account', {
      params: { path: { firmId, clientId } },
      body: { email },
    }),
  );
  const { folderId } = must(
    await portal.POST('/v1/firms/{firmId}/clients/{clientId}/folders', {
      params: { path: { firmId, clientId } },
      body: { name: 'Taxes' },
    }),
  );
  const path = { firmId, clientId, folderId };
  must(
    await portal.PUT('/v1/firms/{firmId}/clients/{clientId}/folders/{folderId}/shares', {
      params: { path },
      body: { recipients: [{ recipient: 'client', access: 'view-upload' }] },
    }),
  );
  const requested = must(
    await portal.POST('/v1/firms/{firmId}/clients/{clientId}/folders/{folderId}/documents', {
      params: { path },
      body: letter,
    }),
  );
  if (!('url' in requested.upload)) throw new Error(`${content.length} bytes in parts`);
  await put(requested.upload);
  await settle();
  const { url } = must(
    await portal.POST('/v1/firms/{firmId}/clients/{clientId}/folders/{folderId}/documents/{documentId}/download', {
      params: { path: { ...path, documentId: requested.documentId } },
    }),
  );
  await get(url);
}

main();
