"""The WSGI application, for gunicorn."""

import os

from django.core.wsgi import get_wsgi_application

from inspections.garbage import look_seldom
from inspections.loading import load_pages

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
application = get_wsgi_application()
load_pages()
look_seldom()
