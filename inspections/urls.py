"""Addresses of the site. Pages that also show what was said have theirs in ``findings.urls``."""

from django.contrib import admin
from django.urls import include, path

from inspections.views.about import about_page, accessibility_page
from inspections.views.authorities import AuthorityList, authority_page
from inspections.views.inspections import InspectionList
from inspections.views.sources import page_image, source_file

urlpatterns = [
    path("admin/", admin.site.urls),
    path("authorities/", AuthorityList.as_view(), name="authorities"),
    path("authorities/<slug:slug>/", authority_page, name="authority"),
    path("inspections/", InspectionList.as_view(), name="inspections"),
    path("about/", about_page, name="about"),
    path("accessibility/", accessibility_page, name="accessibility"),
    path("documents/<slug:sha256>/file", source_file, name="source-file"),
    path("documents/<slug:sha256>/pages/<int:page>.webp", page_image, name="page-image"),
    path("", include("findings.urls")),
]
