"""Addresses that let a browser put and get an object for some minutes, signed as S3 wants it (Signature Version 4)."""

import asyncio
import hashlib
import hmac
from datetime import UTC, datetime
from urllib.parse import quote, urlencode, urlsplit

from .settings import Settings

ALGORITHM = "AWS4-HMAC-SHA256"
PORTS = {"http": 80, "https": 443}


def object_url(settings: Settings, key: str) -> str:
    return f"{settings.s3_endpoint_url.rstrip('/')}/{quote(settings.s3_bucket)}/{quote(key)}"


def signed_url(settings: Settings, method: str, url: str, *, now: datetime | None = None, seconds: int = 600) -> str:
    moment = (now or datetime.now(UTC)).strftime("%Y%m%dT%H%M%SZ")
    day = moment[:8]
    scope = f"{day}/{settings.s3_region}/s3/aws4_request"
    parts = urlsplit(url)
    query = urlencode(
        {
            "X-Amz-Algorithm": ALGORITHM,
            "X-Amz-Credential": f"{settings.s3_access_key_id}/{scope}",
            "X-Amz-Date": moment,
            "X-Amz-Expires": seconds,
            "X-Amz-SignedHeaders": "host",
        },
        quote_via=quote,
        safe="",
    )
    request = f"{method}\n{parts.path}\n{query}\nhost:{parts.netloc}\n\nhost\nUNSIGNED-PAYLOAD"
    to_sign = f"{ALGORITHM}\n{moment}\n{scope}\n{hashlib.sha256(request.encode()).hexdigest()}"
    secret = f"AWS4{settings.s3_secret_access_key}".encode()
    for part in (day, settings.s3_region, "s3", "aws4_request"):
        secret = hmac.digest(secret, part.encode(), "sha256")
    signature = hmac.digest(secret, to_sign.encode(), "sha256").hex()
    return f"{url}?{query}&X-Amz-Signature={signature}"


async def is_reachable(settings: Settings) -> bool:
    endpoint = urlsplit(settings.s3_endpoint_url)
    port = endpoint.port or PORTS.get(endpoint.scheme, 443)
    try:
        async with asyncio.timeout(1):
            _, writer = await asyncio.open_connection(endpoint.hostname, port)
            writer.close()
        return True
    except (OSError, TimeoutError):
        return False
