from django.contrib.auth.mixins import LoginRequiredMixin
from django.urls import reverse_lazy
from django.views.generic import CreateView, DeleteView

from notes.models import Note


class Notes(LoginRequiredMixin, CreateView):
    """One's own notes, and a form for the next one."""

    model = Note
    fields = ["text"]
    template_name = "notes/notes.html"
    success_url = reverse_lazy("notes")

    def get_context_data(self, **kwargs):
        return super().get_context_data(notes=self.request.user.notes.all(), **kwargs)

    def form_valid(self, form):
        form.instance.author = self.request.user
        return super().form_valid(form)


class DeleteNote(LoginRequiredMixin, DeleteView):
    http_method_names = ["post"]
    success_url = reverse_lazy("notes")

    def get_queryset(self):
        return self.request.user.notes.all()
