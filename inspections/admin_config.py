"""Django's admin with the project's own site in place of the default one; it stands in INSTALLED_APPS for ``django.contrib.admin``.

It has a module of its own because Django takes every AppConfig that it finds in ``apps.py`` for the app's.
"""

from django.contrib.admin.apps import AdminConfig


class EditorsAdminConfig(AdminConfig):
    """The admin whose site is the editors' admin."""

    default_site = "inspections.admin_site.EditorsAdminSite"
