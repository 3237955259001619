import os
from collections.abc import Iterator

import pytest
from alembic import command
from alembic.config import Config
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings

ENVIRONMENT = {
    "JWT_SECRET_KEY": "for tests, and for tests alone, so it is long",
    "OWNER_USERNAME": "owner",
    "OWNER_PASSWORD": "correct horse",
    "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/nothing",
    "S3_ENDPOINT_URL": "http://127.0.0.1:1",
    "S3_REGION": "eu-central-1",
    "S3_BUCKET": "attachments",
    "S3_ACCESS_KEY_ID": "key",
    "S3_SECRET_ACCESS_KEY": "secret",
}


@pytest.fixture
def environment() -> dict[str, str]:
    return dict(ENVIRONMENT)


@pytest.fixture
def settings(environment: dict[str, str]) -> Settings:
    """Of an application whose database is not there."""
    return Settings.read(environment)


@pytest.fixture(scope="session")
def migrated() -> str:
    """The address of a real PostgreSQL with the tables that the migrations make; they must be undoable, too."""
    config = Config("alembic.ini")
    command.upgrade(config, "head")
    command.downgrade(config, "base")
    command.upgrade(config, "head")
    command.check(config)
    return os.environ["DATABASE_URL"]


@pytest.fixture
def api(environment: dict[str, str], migrated: str) -> Iterator[TestClient]:
    with TestClient(create_app(Settings.read({**environment, "DATABASE_URL": migrated}))) as client:
        yield client


@pytest.fixture
def owner(api: TestClient) -> TestClient:
    answer = api.post("/api/v1/token", json={"username": "owner", "password": "correct horse"})
    api.headers["Authorization"] = f"Bearer {answer.json()['access_token']}"
    return api
