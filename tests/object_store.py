"""An object store of the tests' own: an S3 server in a thread, with a bucket."""

from __future__ import annotations

import logging
import os
from collections.abc import Iterator
from contextlib import contextmanager
from unittest.mock import patch
from uuid import uuid4

import boto3
from moto.moto_server.threaded_moto_server import ThreadedMotoServer

REGION = "eu-west-2"
KEYS = {"AWS_ACCESS_KEY_ID": "tests", "AWS_SECRET_ACCESS_KEY": "of the tests"}


@contextmanager
def object_store(host: str = "127.0.0.1") -> Iterator[str]:
    """Start a server, and give ``FILES_URL``; the keys stand in the environment meanwhile."""
    server = ThreadedMotoServer(ip_address=host, port=0, verbose=False)
    server.start()
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # not a line for each request
    _, port = server.get_host_and_port()
    address = f"http://{host}:{port}"
    with patch.dict(os.environ, KEYS):
        client = boto3.client("s3", endpoint_url=address, region_name=REGION)
        # All servers of a process share what they store, so each test has a bucket of its own.
        bucket = f"documents-{uuid4().hex}"
        client.create_bucket(Bucket=bucket, CreateBucketConfiguration={"LocationConstraint": REGION})
        try:
            yield f"s3://{bucket}/kept?endpoint={address}&region={REGION}"
        finally:
            server.stop()
