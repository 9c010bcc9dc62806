"""Addresses of the pages and files about findings. Reports and records keep theirs for good."""

from django.urls import path

from findings.alerts.views import ALERT_PAGES
from findings.api.urls import API_ADDRESSES
from findings.bulk.urls import BULK_ADDRESSES
from findings.views.actions import ActionList
from findings.views.analysis.pages import ANALYSIS_PAGES
from findings.views.briefings import BRIEFINGS
from findings.views.citations import CITATIONS
from findings.views.compare import compare_page
from findings.views.corrections import CorrectionList
from findings.views.data import data_page, data_set_page
from findings.views.documents import DocumentList, NoticeList, source_page
from findings.views.export import EXPORTS
from findings.views.figures import FigureList, series_page
from findings.views.findings import FindingList
from findings.views.follow_through import FollowThroughList
from findings.views.home import home_page
from findings.views.judgements import JudgementList
from findings.views.matrix import MatrixPage
from findings.views.places import lines_view, page_view
from findings.views.plans import PlanList, plan_checks, plan_page
from findings.views.recommendations import RecommendationList
from findings.views.reports import inspection_page, record_page, report_page, whole_page
from findings.views.search import SearchPage
from findings.views.sitemaps import SITEMAPS
from inspections.caching.pages import kept_page, public_page

urlpatterns = [
    path("", kept_page(home_page), name="home"),
    path("search/", kept_page(SearchPage.as_view()), name="search"),
    path("judgements/", kept_page(JudgementList.as_view()), name="judgements"),
    path("compare/", public_page(compare_page), name="compare"),
    path("matrix/", kept_page(MatrixPage.as_view()), name="matrix"),
    path("recommendations/", kept_page(RecommendationList.as_view()), name="recommendations"),
    path("findings/", kept_page(FindingList.as_view()), name="findings"),
    path("follow-through/", kept_page(FollowThroughList.as_view()), name="follow-through"),
    path("actions/", kept_page(ActionList.as_view()), name="actions"),
    path("figures/", kept_page(FigureList.as_view()), name="figures"),
    path("authorities/<slug:slug>/figures/", kept_page(series_page), name="figure-series"),
    path("data/", kept_page(data_page), name="data"),
    *BULK_ADDRESSES,
    path("data/<slug:name>/", kept_page(data_set_page), name="data-set"),
    *EXPORTS,
    *API_ADDRESSES,
    *ALERT_PAGES,
    *BRIEFINGS,
    *ANALYSIS_PAGES,
    *CITATIONS,
    *SITEMAPS,
    path("inspections/<slug:authority>/<slug:slug>/", kept_page(inspection_page), name="inspection"),
    path("reports/<slug:authority>/<slug:slug>/", kept_page(report_page), name="report"),
    path("reports/<slug:authority>/<slug:slug>/whole/", public_page(whole_page), name="report-whole"),
    path("reports/<slug:authority>/<slug:slug>/<path:anchor>/", public_page(record_page), name="record"),
    path("plans/", kept_page(PlanList.as_view()), name="plans"),
    path("plans/<slug:authority>/<slug:slug>/", kept_page(plan_page), name="plan"),
    path("plans/<slug:authority>/<slug:slug>/checks.csv", public_page(plan_checks), name="plan-checks"),
    path("notices/", kept_page(NoticeList.as_view()), name="notices"),
    path("corrections/", kept_page(CorrectionList.as_view()), name="corrections"),
    path("documents/", kept_page(DocumentList.as_view()), name="documents"),
    path("documents/<slug:sha256>/", kept_page(source_page), name="source"),
    path("documents/<slug:sha256>/pages/<int:page>/", public_page(page_view), name="page-view"),
    path("documents/<slug:sha256>/lines/<int:first>/", public_page(lines_view), name="lines-view"),
]
