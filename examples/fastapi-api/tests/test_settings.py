import os
import subprocess
import sys

import pytest

from app.settings import Settings, SettingsError


def test_all_that_is_missing_is_named_at_once(environment: dict[str, str]) -> None:
    del environment["JWT_SECRET_KEY"]
    environment["S3_BUCKET"] = ""
    with pytest.raises(SettingsError, match="missing: JWT_SECRET_KEY, S3_BUCKET$"):
        Settings.read(environment)


@pytest.mark.parametrize(
    ("name", "value"),
    [("DATABASE_URL", "nonsense"), ("DATABASE_URL", "mysql://host/name"), ("JWT_SECRET_KEY", "too-few")],
)
def test_a_value_that_can_not_work_is_refused_by_name_and_never_shown(
    environment: dict[str, str], name: str, value: str
) -> None:
    with pytest.raises(SettingsError, match=name) as refused:
        Settings.read({**environment, name: value})
    assert value not in str(refused.value)


@pytest.mark.parametrize("scheme", ["postgres", "postgresql", "postgresql+asyncpg"])
def test_the_database_may_be_written_as_hosts_write_it(environment: dict[str, str], scheme: str) -> None:
    settings = Settings.read({**environment, "DATABASE_URL": f"{scheme}://me:pw@db/name"})
    assert settings.database().render_as_string(False) == "postgresql+asyncpg://me:pw@db/name"


def test_the_program_ends_with_one_line_and_a_code() -> None:
    command = [sys.executable, "-m", "uvicorn", "--factory", "app.main:create_app"]
    ended = subprocess.run(command, env={"PATH": os.environ["PATH"]}, capture_output=True, text=True, timeout=30)
    assert ended.returncode != 0
    assert ended.stderr.count("\n") == 1
    assert "OWNER_PASSWORD" in ended.stderr
