"""The configuration of Django's admin with the project's own site, in INSTALLED_APPS for ``django.contrib.admin``.

It is not in ``apps.py``, because Django considers every AppConfig in that module as the configuration of this app.
"""

from django.contrib.admin.apps import AdminConfig


class EditorsAdminConfig(AdminConfig):
    """Django's admin with the editors' admin as its default site."""

    default_site = "inspections.admin_site.EditorsAdminSite"
