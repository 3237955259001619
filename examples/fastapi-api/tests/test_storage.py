from dataclasses import replace
from datetime import UTC, datetime

from app.settings import Settings
from app.storage import object_url, signed_url


def test_signs_as_the_example_in_the_documentation_of_s3(settings: Settings) -> None:
    documented = replace(
        settings,
        s3_region="us-east-1",
        s3_access_key_id="AKIAIOSFODNN7EXAMPLE",
        s3_secret_access_key="wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
    )
    url = "https://examplebucket.s3.amazonaws.com/test.txt"
    signed = signed_url(documented, "GET", url, now=datetime(2013, 5, 24, tzinfo=UTC), seconds=86400)
    assert signed.endswith("X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404")


def test_names_the_bucket_in_the_path(settings: Settings) -> None:
    assert object_url(settings, "items/1 b") == "http://127.0.0.1:1/attachments/items/1%20b"
