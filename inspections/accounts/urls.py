"""Addresses of accounts, under those of the editors' admin. Django's admin links to them by the names that it knows."""

from django.urls import path

from inspections.accounts import views
from inspections.accounts.password_reset import AskForLink, LinkSent, NewPassword, PasswordChanged

urlpatterns = [
    path("two-factor/", views.code_page, name="two-factor"),
    path("two-factor/set-up/", views.set_up_page, name="two-factor-set-up"),
    path("two-factor/set-up/code.svg", views.picture, name="two-factor-picture"),
    path("two-factor/turn-off/", views.turn_off, name="two-factor-off"),
    path("password-reset/", AskForLink.as_view(), name="admin_password_reset"),
    path("password-reset/sent/", LinkSent.as_view(), name="password_reset_done"),
    path("password-reset/<uidb64>/<token>/", NewPassword.as_view(), name="password_reset_confirm"),
    path("password-reset/done/", PasswordChanged.as_view(), name="password_reset_complete"),
]
