"""The addresses of the desk, within those of the editors' admin."""

from django.contrib import admin
from django.urls import path

from findings.desk.changes import change_page
from findings.desk.confirming import confirm_record
from findings.desk.decisions import decision_page
from findings.desk.entering import enter_page
from findings.desk.views import desk_page
from findings.desk.walking import assign_place, file_page, walk_page

urlpatterns = [
    path("", admin.site.admin_view(walk_page), name="desk-walk"),
    path("assign/", admin.site.admin_view(assign_place), name="desk-assign"),
    path("notices/<int:pk>/", admin.site.admin_view(file_page), name="desk-file"),
    path("<int:pk>/confirm/<slug:kind>/<int:record>/", admin.site.admin_view(confirm_record), name="desk-confirm"),
    path("<int:pk>/", admin.site.admin_view(desk_page), name="desk"),
    path("enter/<int:pk>/", admin.site.admin_view(enter_page), name="desk-enter"),
    path("<int:pk>/<slug:change>/", admin.site.admin_view(change_page), name="desk-change"),
    path("decide/<slug:kind>/<int:pk>/", admin.site.admin_view(decision_page), name="desk-decide"),
]
