"""Addresses of the site. ``findings.urls`` has those of pages that also show findings, recommendations or actions."""

from django.contrib import admin
from django.urls import include, path

from inspections.caching.pages import kept_page
from inspections.metrics import metrics_page
from inspections.views.about import about_page, accessibility_page
from inspections.views.authorities import AuthorityList, authority_page
from inspections.views.coverage import CoverageList
from inspections.views.inspections import InspectionList
from inspections.views.sources import page_image, source_file

handler400 = "inspections.views.faults.bad_request"
handler404 = "inspections.views.faults.not_found"
handler500 = "inspections.views.faults.server_error"

urlpatterns = [
    path("admin/findings/desk/", include("findings.desk.urls")),
    path("admin/", include("inspections.accounts.urls")),
    path("admin/ingest/", include("ingest.uploads.urls")),
    path("admin/", admin.site.urls),
    path("authorities/", kept_page(AuthorityList.as_view()), name="authorities"),
    path("authorities/<slug:slug>/", kept_page(authority_page), name="authority"),
    path("inspections/", kept_page(InspectionList.as_view()), name="inspections"),
    path("coverage/", kept_page(CoverageList.as_view()), name="coverage"),
    path("about/", kept_page(about_page), name="about"),
    path("accessibility/", kept_page(accessibility_page), name="accessibility"),
    path("documents/<slug:sha256>/file", source_file, name="source-file"),
    path("documents/<slug:sha256>/pages/<int:page>.webp", page_image, name="page-image"),
    path("metrics", metrics_page, name="metrics"),
    path("", include("findings.urls")),
]
