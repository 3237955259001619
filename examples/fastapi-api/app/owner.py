"""There is one user, the owner, whom the environment names."""

from datetime import UTC, datetime, timedelta
from hmac import compare_digest
from typing import Annotated

import jwt
from fastapi import APIRouter, Depends, HTTPException, Request, status
from fastapi.security import HTTPAuthorizationCredentials, HTTPBearer
from pydantic import BaseModel

ALGORITHM = "HS256"
HOURS = 12

router = APIRouter()
bearer = HTTPBearer(auto_error=False)


class Login(BaseModel):
    username: str
    password: str


class Token(BaseModel):
    access_token: str
    token_type: str = "bearer"


@router.post("/token")
async def log_in(login: Login, request: Request) -> Token:
    settings = request.app.state.settings
    right_name = compare_digest(login.username.encode(), settings.owner_username.encode())
    right_password = compare_digest(login.password.encode(), settings.owner_password.encode())
    if not (right_name and right_password):
        raise refused("The name or the password is wrong")
    claims = {"sub": login.username, "exp": datetime.now(UTC) + timedelta(hours=HOURS)}
    return Token(access_token=jwt.encode(claims, settings.jwt_secret_key, ALGORITHM))


async def require_owner(
    request: Request, credentials: Annotated[HTTPAuthorizationCredentials | None, Depends(bearer)]
) -> None:
    settings = request.app.state.settings
    if credentials is None:
        raise refused("Log in first")
    try:
        claims = jwt.decode(
            credentials.credentials, settings.jwt_secret_key, [ALGORITHM], options={"require": ["exp", "sub"]}
        )
    except jwt.InvalidTokenError:
        raise refused("The token is not valid") from None
    if claims["sub"] != settings.owner_username:
        raise refused("The token is not valid")


def refused(detail: str) -> HTTPException:
    return HTTPException(status.HTTP_401_UNAUTHORIZED, detail, {"WWW-Authenticate": "Bearer"})
