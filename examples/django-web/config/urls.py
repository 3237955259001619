from django.contrib import admin
from django.contrib.auth.views import LoginView, LogoutView
from django.urls import path
from django.views.generic import TemplateView

from accounts.views import SignUp
from config.health import health
from notes.views import DeleteNote, Notes

urlpatterns = [
    path("", TemplateView.as_view(template_name="home.html"), name="home"),
    path("sign-up/", SignUp.as_view(), name="sign-up"),
    path("login/", LoginView.as_view(), name="login"),
    path("logout/", LogoutView.as_view(), name="logout"),
    path("notes/", Notes.as_view(), name="notes"),
    path("notes/<int:pk>/delete/", DeleteNote.as_view(), name="delete-note"),
    path("admin/", admin.site.urls),
    path("health/", health, name="health"),
]
