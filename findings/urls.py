"""Addresses of the pages that show what was said. Reports and records keep theirs for good."""

from django.urls import path

from findings.views.actions import ActionList
from findings.views.compare import compare_page
from findings.views.data import data_page
from findings.views.documents import DocumentList, NoticeList, source_page
from findings.views.export import EXPORTS
from findings.views.home import home_page
from findings.views.judgements import JudgementList
from findings.views.matrix import MatrixPage
from findings.views.places import lines_view, page_view
from findings.views.plans import PlanList, plan_page
from findings.views.recommendations import RecommendationList
from findings.views.reports import inspection_page, record_page, report_page, whole_page
from findings.views.search import SearchPage

urlpatterns = [
    path("", home_page, name="home"),
    path("search/", SearchPage.as_view(), name="search"),
    path("judgements/", JudgementList.as_view(), name="judgements"),
    path("compare/", compare_page, name="compare"),
    path("matrix/", MatrixPage.as_view(), name="matrix"),
    path("recommendations/", RecommendationList.as_view(), name="recommendations"),
    path("actions/", ActionList.as_view(), name="actions"),
    path("data/", data_page, name="data"),
    *EXPORTS,
    path("inspections/<slug:authority>/<slug:slug>/", inspection_page, name="inspection"),
    path("reports/<slug:authority>/<slug:slug>/", report_page, name="report"),
    path("reports/<slug:authority>/<slug:slug>/whole/", whole_page, name="report-whole"),
    path("reports/<slug:authority>/<slug:slug>/<path:anchor>/", record_page, name="record"),
    path("plans/", PlanList.as_view(), name="plans"),
    path("plans/<slug:authority>/<slug:slug>/", plan_page, name="plan"),
    path("notices/", NoticeList.as_view(), name="notices"),
    path("documents/", DocumentList.as_view(), name="documents"),
    path("documents/<slug:sha256>/", source_page, name="source"),
    path("documents/<slug:sha256>/pages/<int:page>/", page_view, name="page-view"),
    path("documents/<slug:sha256>/lines/<int:first>/", lines_view, name="lines-view"),
]
