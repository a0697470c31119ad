import * as portal from '../target/generated/typescript-axios';
import { content, get, job, letter, mailbox, put, settle } from './job';

async function main() {
  const configuration = new portal.Configuration({ basePath: job.api, accessToken: job.token });
  const documents = new portal.DocumentsApi(configuration);
  const email = mailbox('axios');

  const client = (
    await new portal.ClientsApi(configuration).createClient(job.firm, { kind: 'client', name: 'Carla Client', email })
  ).data;
  await new portal.AccountsApi(configuration).createAccount(job.firm, client.clientId, { email });
  const folder = (await documents.createFolder(job.firm, client.clientId, { name: 'Taxes' })).data;
  const path = [job.firm, client.clientId, folder.folderId] as const;
  await new portal.SharingApi(configuration).setFolderShares(...path, {
    recipients: [{ recipient: 'client', access: 'view-upload' }],
  });
  const requested = (await documents.requestUpload(...path, letter)).data;
  if (!('url' in requested.upload)) throw new Error(`${content.length} bytes in parts`);
  await put(requested.upload);
  await settle();
  await get((await documents.requestDownload(...path, requested.documentId)).data.url);
}

main();
