import asyncio
import logging

from fastapi import APIRouter, Request, Response, status
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.ext.asyncio import AsyncEngine

from . import storage

router = APIRouter()
log = logging.getLogger("uvicorn.error")


@router.get("/health")
async def health(request: Request, response: Response) -> dict[str, str]:
    """Without the database nothing works; without the object store everything but attachments does."""
    state = request.app.state
    database, objects = await asyncio.gather(database_answers(state.engine), storage.is_reachable(state.settings))
    if not database:
        response.status_code = status.HTTP_503_SERVICE_UNAVAILABLE
    return {
        "status": "ok" if database else "failing",
        "database": "ok" if database else "unreachable",
        "object_store": "ok" if objects else "unreachable",
    }


async def database_answers(engine: AsyncEngine) -> bool:
    try:
        async with asyncio.timeout(3), engine.connect() as connection:
            await connection.execute(text("SELECT 1"))
        return True
    except (SQLAlchemyError, OSError, TimeoutError) as error:
        log.warning("The database does not answer: %s", type(error).__name__)
        return False
