import * as portal from '../target/generated/typescript-fetch';
import { content, get, job, letter, mailbox, put, settle } from './job';

async function main() {
  const configuration = new portal.Configuration({ basePath: job.api, accessToken: job.token });
  const documents = new portal.DocumentsApi(configuration);
  const email = mailbox('fetch');

  const client = await new portal.ClientsApi(configuration).createClient({
    firmId: job.firm,
    newClient: { kind: 'client', name: 'Carla Client', email },
  });
  const ids = { firmId: job.firm, clientId: client.clientId };
  await new portal.AccountsApi(configuration).createAccount({ ...ids, newAccount: { email } });
  const folder = await documents.createFolder({ ...ids, newFolder: { name: 'Taxes' } });
  const path = { ...ids, folderId: folder.folderId };
  await new portal.SharingApi(configuration).setFolderShares({
    ...path,
    newShares: { recipients: [{ recipient: 'client', access: 'view-upload' }] },
  });
  const requested = await documents.requestUpload({ ...path, newDocument: letter });
  if (!('url' in requested.upload)) throw new Error(`${content.length} bytes in parts`);
  await put(requested.upload);
  await settle();
  await get((await documents.requestDownload({ ...path, documentId: requested.documentId })).url);
}

main();
