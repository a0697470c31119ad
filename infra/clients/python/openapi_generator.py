"""The main job by the client of openapi-generator."""

import openapi_client as portal

from job import JOB, LETTER, get, mailbox, put

configuration = portal.Configuration(host=JOB["api"], access_token=JOB["token"])
with portal.ApiClient(configuration) as api:
    documents = portal.DocumentsApi(api)
    email = mailbox("python")
    firm = JOB["firm"]

    client = portal.ClientsApi(api).create_client(
        firm, portal.NewClient(kind="client", name="Carla Client", email=email)
    )
    portal.AccountsApi(api).create_account(firm, client.client_id, portal.NewAccount(email=email))
    folder = documents.create_folder(firm, client.client_id, portal.NewFolder(name="Taxes"))
    path = (firm, client.client_id, folder.folder_id)
    shares = {"recipients": [{"recipient": "client", "access": "view-upload"}]}
    portal.SharingApi(api).set_folder_shares(*path, portal.NewShares.from_dict(shares))
    requested = documents.request_upload(*path, portal.NewDocument(**LETTER))
    upload = requested.upload.actual_instance
    put(upload.method.value, upload.url, upload.headers)
    get(documents.request_download(*path, requested.document_id).url)
