"""Addresses of the pages that show what was said. Reports and records keep theirs for good."""

from django.urls import path

from findings.views.documents import DocumentList, source_page
from findings.views.home import home_page
from findings.views.judgements import JudgementExport, JudgementList
from findings.views.places import lines_view, page_view
from findings.views.plans import PlanList, plan_page
from findings.views.recommendations import RecommendationExport, RecommendationList
from findings.views.reports import inspection_page, record_page, report_page
from findings.views.search import SearchPage

urlpatterns = [
    path("", home_page, name="home"),
    path("search/", SearchPage.as_view(), name="search"),
    path("judgements/", JudgementList.as_view(), name="judgements"),
    path("judgements.csv", JudgementExport.as_view(), name="judgements-csv"),
    path("judgements-excel.csv", JudgementExport.as_view(excel=True), name="judgements-excel"),
    path("recommendations/", RecommendationList.as_view(), name="recommendations"),
    path("recommendations.csv", RecommendationExport.as_view(), name="recommendations-csv"),
    path("recommendations-excel.csv", RecommendationExport.as_view(excel=True), name="recommendations-excel"),
    path("inspections/<slug:authority>/<slug:slug>/", inspection_page, name="inspection"),
    path("reports/<slug:authority>/<slug:slug>/", report_page, name="report"),
    path("reports/<slug:authority>/<slug:slug>/<path:anchor>/", record_page, name="record"),
    path("plans/", PlanList.as_view(), name="plans"),
    path("plans/<slug:authority>/<slug:slug>/", plan_page, name="plan"),
    path("documents/", DocumentList.as_view(), name="documents"),
    path("documents/<slug:sha256>/", source_page, name="source"),
    path("documents/<slug:sha256>/pages/<int:page>/", page_view, name="page-view"),
    path("documents/<slug:sha256>/lines/<int:first>/", lines_view, name="lines-view"),
]
