"""The WSGI application, which gunicorn serves (``gunicorn.conf.py``)."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "inspections.settings")
application = get_wsgi_application()
