from datetime import datetime
from typing import Annotated

from fastapi import APIRouter, Depends, HTTPException, Request, Response, status
from pydantic import BaseModel, ConfigDict, StringConstraints
from sqlalchemy import select

from . import storage
from .database import Item, Session
from .owner import require_owner

router = APIRouter(prefix="/items", dependencies=[Depends(require_owner)])

Title = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]


class NewItem(BaseModel):
    title: Title


class ItemOut(NewItem):
    model_config = ConfigDict(from_attributes=True)

    id: int
    created: datetime


class Attachment(BaseModel):
    """Where a browser puts the file, and where it gets it, for ten minutes."""

    upload: str
    download: str


@router.post("", status_code=status.HTTP_201_CREATED)
async def add(new: NewItem, session: Session) -> ItemOut:
    item = Item(title=new.title)
    session.add(item)
    await session.commit()
    await session.refresh(item)
    return ItemOut.model_validate(item)


@router.get("")
async def list_all(session: Session) -> list[ItemOut]:
    items = await session.scalars(select(Item).order_by(Item.id))
    return [ItemOut.model_validate(item) for item in items]


@router.get("/{item_id}/attachment")
async def attachment(item_id: int, session: Session, request: Request) -> Attachment:
    item = await find(session, item_id)
    settings = request.app.state.settings
    url = storage.object_url(settings, f"items/{item.id}")
    return Attachment(
        upload=storage.signed_url(settings, "PUT", url), download=storage.signed_url(settings, "GET", url)
    )


@router.delete("/{item_id}", status_code=status.HTTP_204_NO_CONTENT)
async def remove(item_id: int, session: Session) -> Response:
    await session.delete(await find(session, item_id))
    await session.commit()
    return Response(status_code=status.HTTP_204_NO_CONTENT)


async def find(session: Session, item_id: int) -> Item:
    item = await session.get(Item, item_id)
    if item is None:
        raise HTTPException(status.HTTP_404_NOT_FOUND, "There is no such item")
    return item
