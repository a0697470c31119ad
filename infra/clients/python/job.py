"""The firm in which a client of the API does its job, and the bytes that it puts and gets."""

import hashlib
import json
import os
import urllib.request

JOB = json.loads(os.environ["JOB"])
CONTENT = b"Dear Ada, here it is."
LETTER = {
    "name": "letter.txt",
    "size": len(CONTENT),
    "content_type": "text/plain",
    "sha256": hashlib.sha256(CONTENT).hexdigest(),
}


def mailbox(name):
    return f"{name}.{os.getpid()}@example.test"


def put(method, url, headers):
    with urllib.request.urlopen(urllib.request.Request(url, CONTENT, headers, method=method)):
        pass
    # The local stack handles what has arrived.
    with urllib.request.urlopen(JOB["api"] + "/_local/settle", b""):
        pass


def get(url):
    with urllib.request.urlopen(url) as answer:
        assert answer.read() == CONTENT
