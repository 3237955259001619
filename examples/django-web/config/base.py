"""What the site is made of. It takes no variable, so that collectstatic can run in a build, without a secret."""

from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    # Static files are served alike with DEBUG and without.
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "accounts",
    "notes",
]
AUTH_USER_MODEL = "accounts.User"

# A fresh clone mounted over /src has no compiled CSS; the image keeps a copy outside of it.
COMPILED = Path("/opt/frontend")
STATICFILES_DIRS = [folder for folder in (BASE_DIR / "frontend", COMPILED) if folder.is_dir()]
STATIC_ROOT = BASE_DIR / "static"
STATIC_URL = "/static/"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "config.storage.StaticStorage"},
}
# Also finds what was not collected.
WHITENOISE_USE_FINDERS = True
