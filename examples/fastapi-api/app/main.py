import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from fastapi import APIRouter, FastAPI
from sqlalchemy.ext.asyncio import create_async_engine

from . import health, items, owner
from .settings import Settings, SettingsError


def create_app(settings: Settings | None = None) -> FastAPI:
    """uvicorn's factory: a mistake in the environment ends the program with one line that says what to do."""
    try:
        settings = settings or Settings.read(os.environ)
        engine = create_async_engine(settings.database(), pool_pre_ping=True)
    except SettingsError as error:
        sys.exit(f"The application can't start. {error}")

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        yield
        await engine.dispose()

    app = FastAPI(title="fastapi-api", lifespan=lifespan)
    app.state.settings = settings
    app.state.engine = engine
    api = APIRouter(prefix="/api/v1")
    for part in (health, owner, items):
        api.include_router(part.router)
    app.include_router(api)
    return app
