"""Sign-in by django-allauth: people come from the staff file, nobody signs up."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.core.exceptions import ImmediateHttpResponse
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from allauth.socialaccount.models import SocialLogin
from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from competence.access import EmployeeBackend
from competence.models import Employee


class AccountAdapter(DefaultAccountAdapter):
    def is_open_for_signup(self, request: HttpRequest) -> bool:
        return False

    def pre_login(self, request: HttpRequest, user: Employee, **kwargs: Any) -> HttpResponse | None:
        """Who has left is told so, and gets no session."""
        has_left = EmployeeBackend().get_user(user.pk) is None
        answer: HttpResponse | None = (
            self.respond_user_inactive(request, user) if has_left else super().pre_login(request, user, **kwargs)
        )
        return answer


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    """Whoever the municipality's sign-in names is the employee with that e-mail address."""

    def is_open_for_signup(self, request: HttpRequest, sociallogin: SocialLogin) -> bool:
        return False

    def pre_social_login(self, request: HttpRequest, sociallogin: SocialLogin) -> None:
        if sociallogin.is_existing:
            return
        email = (sociallogin.user.email or "").lower()
        employee = Employee.objects.filter(email=email).first() if email else None
        if employee is None:
            messages.error(request, _("We know nobody with your e-mail address. Ask HR to add it to the staff file."))
            raise ImmediateHttpResponse(redirect("account_login"))
        sociallogin.connect(request, employee)
