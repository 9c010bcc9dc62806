"""Settings of the tests: the project's own, with plain static files and fast passwords."""

from inspections.settings import *  # noqa: F403

STORAGES = STORAGES | {  # noqa: F405
    "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
}
STATIC_ROOT = None  # type: ignore[assignment]
PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
AXES_ENABLED = False
# Tests look at the context of pages, which pages that are kept have none of; those that keep pages turn it on.
DUMMY = {"BACKEND": "django.core.cache.backends.dummy.DummyCache"}
CACHES = CACHES | {"pages": DUMMY, "throttles": DUMMY}  # noqa: F405
UPLOAD_WORKER = "separate"  # tests work off what they send in themselves
PUBLISH_BULK = "separate"  # tests make the bulk files themselves, and find none that somebody else has made
BULK_DIR = VAR_DIR / "no-bulk-files"  # noqa: F405
