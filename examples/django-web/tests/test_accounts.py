import pytest

pytestmark = pytest.mark.django_db
PASSWORD = "correct horse battery"


def test_whoever_signs_up_is_logged_in(client):
    form = {"username": "ada", "password1": PASSWORD, "password2": PASSWORD}
    assert client.post("/sign-up/", form).url == "/notes/"
    assert "ada" in client.get("/notes/").content.decode()


def test_logging_in_leads_where_one_wanted_to_go(client, django_user_model):
    django_user_model.objects.create_user("ada", password=PASSWORD)
    wanted = client.get("/notes/").url
    assert wanted == "/login/?next=/notes/"
    assert client.post(wanted, {"username": "ada", "password": PASSWORD}).url == "/notes/"


def test_a_wrong_password_is_refused(client, django_user_model):
    django_user_model.objects.create_user("ada", password=PASSWORD)
    client.post("/login/", {"username": "ada", "password": "wrong"})
    assert client.get("/notes/").status_code == 302
