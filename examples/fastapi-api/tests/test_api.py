from datetime import UTC, datetime, timedelta

import jwt
import pytest
from fastapi.testclient import TestClient

from app.main import create_app
from app.settings import Settings

ITEMS = "/api/v1/items"


def test_health_asks_the_database_and_forgives_the_object_store(api: TestClient) -> None:
    answer = api.get("/api/v1/health")
    assert (answer.status_code, answer.json()) == (
        200,
        {"status": "ok", "database": "ok", "object_store": "unreachable"},
    )


def test_health_tells_that_the_database_is_gone(settings: Settings) -> None:
    with TestClient(create_app(settings)) as client:
        answer = client.get("/api/v1/health")
    assert (answer.status_code, answer.json()["database"]) == (503, "unreachable")


def test_the_owner_adds_lists_and_removes_items(owner: TestClient) -> None:
    added = owner.post(ITEMS, json={"title": "  A chair "})
    assert added.status_code == 201
    item = added.json()
    assert item["title"] == "A chair"
    assert item in owner.get(ITEMS).json()
    assert owner.delete(f"{ITEMS}/{item['id']}").status_code == 204
    assert item not in owner.get(ITEMS).json()
    assert owner.delete(f"{ITEMS}/{item['id']}").status_code == 404


@pytest.mark.parametrize("title", ["", "   ", "x" * 201])
def test_a_title_has_one_to_two_hundred_characters(owner: TestClient, title: str) -> None:
    assert owner.post(ITEMS, json={"title": title}).status_code == 422


def test_an_attachment_has_an_address_to_put_and_another_to_get(owner: TestClient) -> None:
    item = owner.post(ITEMS, json={"title": "A table"}).json()
    answer = owner.get(f"{ITEMS}/{item['id']}/attachment").json()
    assert answer["upload"].startswith(f"http://127.0.0.1:1/attachments/items/{item['id']}?X-Amz-")
    assert answer["upload"] != answer["download"]


@pytest.mark.parametrize(("username", "password"), [("owner", "wrong"), ("somebody", "correct horse"), ("ö", "ü")])
def test_who_is_not_the_owner_gets_no_token(api: TestClient, username: str, password: str) -> None:
    answer = api.post("/api/v1/token", json={"username": username, "password": password})
    assert answer.status_code == 401


def claims(**changed: object) -> dict[str, object]:
    return {"sub": "owner", "exp": datetime.now(UTC) + timedelta(hours=1)} | changed


@pytest.mark.parametrize(
    ("header", "status"),
    [
        (lambda key: None, 401),
        (lambda key: "Bearer nonsense", 401),
        (lambda key: f"Bearer {jwt.encode(claims(), 'another key that is long enough for it', 'HS256')}", 401),
        (lambda key: f"Bearer {jwt.encode(claims(sub='guest'), key, 'HS256')}", 401),
        (lambda key: f"Bearer {jwt.encode(claims(exp=datetime(2020, 1, 1, tzinfo=UTC)), key, 'HS256')}", 401),
        (lambda key: f"Bearer {jwt.encode({'sub': 'owner'}, key, 'HS256')}", 401),
        (lambda key: f"Bearer {jwt.encode(claims(), key, 'HS256')}", 200),
    ],
    ids=["none", "nonsense", "another key", "another user", "expired", "never expires", "right"],
)
def test_items_need_a_token_of_ours(api: TestClient, environment: dict[str, str], header, status: int) -> None:
    value = header(environment["JWT_SECRET_KEY"])
    assert api.get(ITEMS, headers={"Authorization": value} if value else {}).status_code == status
