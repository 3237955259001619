import pytest

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


@pytest.fixture
def ada(django_user_model):
    return django_user_model.objects.create_user("ada", password=PASSWORD)


def test_a_note_is_kept_and_shown(client, ada):
    client.force_login(ada)
    client.post("/notes/", {"text": "Buy milk"})
    assert "Buy milk" in client.get("/notes/").content.decode()


def test_nobody_else_sees_it_or_deletes_it(client, ada, django_user_model):
    note = ada.notes.create(text="Buy milk")
    client.force_login(django_user_model.objects.create_user("bob"))
    assert "Buy milk" not in client.get("/notes/").content.decode()
    assert client.post(f"/notes/{note.pk}/delete/").status_code == 404
    assert ada.notes.count() == 1


def test_its_author_deletes_it(client, ada):
    note = ada.notes.create(text="Buy milk")
    client.force_login(ada)
    client.post(f"/notes/{note.pk}/delete/")
    assert ada.notes.count() == 0


def test_an_empty_note_is_refused(client, ada):
    client.force_login(ada)
    assert "This field is required" in client.post("/notes/", {"text": ""}).content.decode()
    assert ada.notes.count() == 0
