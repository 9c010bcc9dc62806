"""Two-factor authentication: a code from an app after the password, for everybody who has set it up.

Administrators must set it up where ``TWO_FACTOR_REQUIRED`` is on. Codes are those of RFC 6238; secrets, recovery codes
and the pause after a wrong code are django-otp's. Until the code is given, nobody is logged in: the public pages take
the person for a stranger, and the editors' admin shows the page of the code and nothing else.
"""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable
from typing import Any, cast
from urllib.parse import urlencode

import django_otp
from django.conf import settings
from django.contrib.auth.models import AnonymousUser, User
from django.db import transaction
from django.http import HttpRequest, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse
from django_otp.plugins.otp_static.models import StaticDevice, StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

RECOVERY_CODES = 10
OPEN_PAGES = ("two-factor", "two-factor-set-up", "two-factor-picture", "admin:logout")
"""Pages of the editors' admin for somebody who has given the password and no code yet."""
MANAGES_USERS = "auth.change_user"


class TwoFactorMiddleware:
    """Take nobody for logged in who still owes a code. Stands after the middleware of django-otp."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """The response of the view; in the editors' admin, for somebody who owes a code, the way to its page."""
        if owes_code(request) and request.path not in {reverse(name) for name in OPEN_PAGES}:
            if request.path.startswith(reverse("admin:index")):
                return HttpResponseRedirect(f"{reverse('two-factor')}?{urlencode({'next': request.get_full_path()})}")
            request.user = AnonymousUser()
        return self.get_response(request)


def owes_code(request: HttpRequest) -> bool:
    """Whether somebody gave a password, and must give a code or set up its app first."""
    if settings.SESSION_COOKIE_NAME not in request.COOKIES:
        return False  # the session is not looked at: what every stranger gets is the same, and varies with no cookie
    user = request.user
    if isinstance(user, AnonymousUser) or not user.is_authenticated:
        return False
    return not is_verified(user) and (app_of(user) is not None or is_required(user))


def is_verified(user: Any) -> bool:
    """Whether a code was given in this session."""
    return getattr(user, "otp_device", None) is not None


def is_required(user: User) -> bool:
    """Whether the person must use two factors: administrators, where the setting says so."""
    return bool(settings.TWO_FACTOR_REQUIRED) and user.has_perm(MANAGES_USERS)


def app_of(user: User) -> TOTPDevice | None:
    """The app of a person, if one is set up."""
    found: TOTPDevice | None = TOTPDevice.objects.devices_for_user(user, confirmed=True).first()
    return found


def app_to_set_up(user: User) -> TOTPDevice:
    """The app that is being set up, with the same secret until it is confirmed."""
    app: TOTPDevice = TOTPDevice.objects.get_or_create(user=user, confirmed=False, defaults={"name": "app"})[0]
    return app


def secret_of(app: TOTPDevice) -> str:
    """The secret as people type it into an app: base32 in groups of four."""
    secret = b32encode(app.bin_key).decode()
    return " ".join(secret[at : at + 4] for at in range(0, len(secret), 4))


def log_in_with_code(request: HttpRequest, code: str) -> bool:
    """Verify the session by a code of the app, or by a recovery code, which is then used up."""
    user = cast(User, request.user)
    typed = "".join(code.split()).lower()
    devices = [app_of(user) if typed.isdigit() else StaticDevice.objects.devices_for_user(user, confirmed=True).first()]
    for device in filter(None, devices):
        if verified := django_otp.verify_token(user, device.persistent_id, typed):
            django_otp.login(request, verified)
            return True
    return False


def confirm(request: HttpRequest, code: str) -> list[str] | None:
    """Set up the app in place of any other if the code is its own: the new recovery codes, or None for a wrong code."""
    user = cast(User, request.user)
    with transaction.atomic():
        app = app_to_set_up(user)
        if not app.verify_token("".join(code.split())):
            return None
        TOTPDevice.objects.devices_for_user(user, confirmed=True).delete()
        app.confirmed = True
        app.save(update_fields=["confirmed"])
        StaticDevice.objects.devices_for_user(user).delete()
        recovery = StaticDevice.objects.create(user=user, name="recovery codes")
        codes = [StaticToken.random_token() for _ in range(RECOVERY_CODES)]
        StaticToken.objects.bulk_create(StaticToken(device=recovery, token=code) for code in codes)
    django_otp.login(request, app)
    return codes


def turn_off(user: User) -> bool:
    """Forget the app and the recovery codes of a person; whether there were any."""
    with transaction.atomic():
        removed = [model.objects.devices_for_user(user).delete()[0] for model in (TOTPDevice, StaticDevice)]
    return any(removed)
