"""The main job by the client of openapi-python-client."""

from client_portal_client import AuthenticatedClient
from client_portal_client.api.accounts import create_account
from client_portal_client.api.clients import create_client
from client_portal_client.api.documents import create_folder, request_download, request_upload
from client_portal_client.api.sharing import set_folder_shares
from client_portal_client.models import NewAccount, NewClient, NewDocument, NewFolder, NewShares

from job import JOB, LETTER, get, mailbox, put

with AuthenticatedClient(base_url=JOB["api"], token=JOB["token"], raise_on_unexpected_status=True) as api:
    email = mailbox("python-client")
    firm = JOB["firm"]

    body = {"kind": "client", "name": "Carla Client", "email": email}
    client = create_client.sync(firm, client=api, body=NewClient.from_dict(body))
    create_account.sync(firm, client.client_id, client=api, body=NewAccount(email=email))
    folder = create_folder.sync(firm, client.client_id, client=api, body=NewFolder(name="Taxes"))
    path = (firm, client.client_id, folder.folder_id)
    shares = {"recipients": [{"recipient": "client", "access": "view-upload"}]}
    set_folder_shares.sync(*path, client=api, body=NewShares.from_dict(shares))
    requested = request_upload.sync(*path, client=api, body=NewDocument(**LETTER))
    upload = requested.upload
    put(str(upload.method), upload.url, upload.headers.to_dict())
    get(request_download.sync(*path, requested.document_id, client=api).url)
