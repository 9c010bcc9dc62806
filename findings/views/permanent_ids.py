"""The rows of permanent ids: what stands in a permanent address after its first word."""

from __future__ import annotations

from django.db.models import Q

from inspections.models.source import owned_by

NOTHING = Q(pk__in=())


def record_at(permanent_id: str) -> Q:
    """The record "authority/report/anchor"; anchors may hold slashes."""
    authority, _, rest = permanent_id.partition("/")
    slug, _, anchor = rest.partition("/")
    return owned_by(authority, "report__") & Q(report__slug=slug, anchor=anchor) if anchor else NOTHING


def report_at(permanent_id: str) -> Q:
    """The report "authority/report"."""
    authority, _, slug = permanent_id.partition("/")
    return owned_by(authority) & Q(slug=slug)


def inspection_at(permanent_id: str) -> Q:
    """The inspection "authority/inspection"."""
    authority, _, slug = permanent_id.partition("/")
    return Q(authority__slug=authority, slug=slug)


def authority_at(permanent_id: str) -> Q:
    """The authority by its name in addresses."""
    return Q(slug=permanent_id)


def document_at(permanent_id: str) -> Q:
    """The file by its SHA-256."""
    return Q(sha256=permanent_id)
