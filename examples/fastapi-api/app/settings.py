"""What the environment must say; all that is missing is named at once, before anything is started."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError


class SettingsError(Exception):
    pass


@dataclass(frozen=True)
class Settings:
    jwt_secret_key: str
    owner_username: str
    owner_password: str
    database_url: str
    s3_endpoint_url: str
    s3_region: str
    s3_bucket: str
    s3_access_key_id: str
    s3_secret_access_key: str

    @classmethod
    def read(cls, environment: Mapping[str, str]) -> "Settings":
        names = {field.name: field.name.upper() for field in fields(cls)}
        missing = [name for name in names.values() if not environment.get(name)]
        if missing:
            raise SettingsError(f"These variables are missing: {', '.join(missing)}")
        settings = cls(**{field: environment[name] for field, name in names.items()})
        if len(settings.jwt_secret_key) < 32:
            raise SettingsError("JWT_SECRET_KEY is too short: it needs 32 characters or more")
        settings.database()  # refused here, and not at the first request
        return settings

    def database(self) -> URL:
        """With the driver that this application brings along, however the address begins."""
        try:
            url = make_url(self.database_url)
        except ArgumentError:
            raise SettingsError("DATABASE_URL is no address such as postgresql://user:password@host/name") from None
        if url.get_backend_name() not in ("postgresql", "postgres"):
            raise SettingsError("DATABASE_URL names no PostgreSQL: it begins with postgresql://")
        return url.set(drivername="postgresql+asyncpg")
