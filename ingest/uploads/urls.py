"""The addresses of uploads, within those of the editors' admin."""

from collections.abc import Callable

from django.contrib import admin
from django.http.response import HttpResponseBase
from django.urls import path
from django.views.decorators.csrf import csrf_exempt

from ingest.uploads.pages import decide, document_file, document_image, document_page, send_page, upload_page


def _for_staff(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    return admin.site.admin_view(view)


urlpatterns = [
    # The page itself asks for the token, after it has set the limits within which the request is read.
    path("upload/add/", _for_staff(csrf_exempt(send_page)), name="upload-add"),
    path("upload/<int:pk>/change/", _for_staff(upload_page), name="upload"),
    path("upload/<int:pk>/decide/", _for_staff(decide), name="upload-decide"),
    path("uploadeddocument/<int:pk>/change/", _for_staff(document_page), name="uploaded-document"),
    path("uploadeddocument/<int:pk>/file/", _for_staff(document_file), name="uploaded-file"),
    path("uploadeddocument/<int:pk>/pages/<int:page>.webp", _for_staff(document_image), name="uploaded-image"),
]
