from django.contrib.auth import login
from django.urls import reverse_lazy
from django.views.generic import CreateView

from accounts.forms import SignUpForm


class SignUp(CreateView):
    form_class = SignUpForm
    template_name = "accounts/sign_up.html"
    success_url = reverse_lazy("notes")

    def form_valid(self, form):
        answer = super().form_valid(form)
        login(self.request, self.object)
        return answer
