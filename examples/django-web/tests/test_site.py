import os
import subprocess
import sys

import pytest

REQUIRED = ["SECRET_KEY", "DATABASE_URL", "REDIS_URL", "ALLOWED_HOSTS"]


@pytest.mark.parametrize("missing", [[name] for name in REQUIRED] + [REQUIRED])
def test_every_missing_variable_is_named_at_once(missing):
    given = {name: value for name, value in os.environ.items() if name not in missing}
    command = [sys.executable, "-c", "import config.settings"]
    ended = subprocess.run(command, env=given, capture_output=True, text=True)
    assert ended.returncode == 1
    assert ended.stderr == f"Missing environment variables: {', '.join(missing)}\n"


@pytest.mark.django_db
def test_the_site_is_well_while_its_database_is(client):
    assert client.get("/health/").json() == {"status": "ok"}


def test_it_is_not_without(client, monkeypatch):
    from django.db import OperationalError, connection

    def refuse(*_):
        raise OperationalError("refused")

    monkeypatch.setattr(connection, "cursor", refuse)
    assert client.get("/health/").status_code == 503
