"""The WSGI application, for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from inspections.garbage import look_seldom

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
application = get_wsgi_application()
look_seldom()
