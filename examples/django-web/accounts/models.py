from django.contrib.auth.models import AbstractUser


class User(AbstractUser):
    """Our own from the first migration on: Django can't exchange it later."""
