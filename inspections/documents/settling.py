"""Settling notices: a person says that what a notice doubts is right as it is, and it leaves the public pages.

A settlement holds as long as the notice says the same about the same reading. After each reading, notices are attached
to the settlements that hold for them, and all others are open.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from hashlib import sha256
from typing import Any

from django.contrib.auth.models import User
from django.utils import timezone

from inspections.models import InspectionStatement, Notice, NoticeSettlement, extracted_models
from inspections.write import knowledge_change, renew

Readings = Mapping[tuple[int, str], Any]
"""What was read of records, by the key of their report and their anchor."""


class SettlingError(ValueError):
    """A notice cannot be settled or opened again. Its message tells the user why."""


def settle(notices: Iterable[Notice], reason: str, user: User) -> int:
    """Settle open notices, and return how many; those that are settled already are left as they are."""
    if not reason.strip():
        raise SettlingError("Give the reason: what did you look at?")
    with knowledge_change():
        fresh = list(Notice.objects.open().filter(pk__in=[one.pk for one in notices]))
        readings = _readings(fresh)
        for notice in fresh:
            notice.settlement, _ = NoticeSettlement.objects.active().get_or_create(
                source_id=notice.source_id,
                key=key_of(notice, readings),
                defaults={"code": notice.code, "message": notice.message, "reason": reason.strip(), "made_by": user},
            )
            notice.save(update_fields=["settlement"])
    return len(fresh)


def open_again(notice: Notice, reason: str, user: User) -> None:
    """Withdraw the settlement of a notice, so that it is shown again."""
    if not reason.strip():
        raise SettlingError("Give the reason for opening it again.")
    with knowledge_change():
        fresh = Notice.objects.select_related("settlement").get(pk=notice.pk)
        settlement = fresh.settlement
        if settlement is None:
            raise SettlingError("The notice is open already.")
        settlement.withdrawn_at = timezone.now()
        settlement.withdrawn_by = user
        settlement.withdrawn_reason = reason.strip()
        settlement.save()
        settlement.notices.update(settlement=None)


def key_of(notice: Notice, readings: Readings) -> str:
    """What identifies a notice and the reading that it is about."""
    place = (notice.page, notice.where or notice.line, notice.anchor)
    read = readings.get((notice.report_id or 0, notice.anchor)) if notice.anchor else None
    content = json.dumps([notice.code, notice.message, place, read], sort_keys=True, ensure_ascii=False)
    return sha256(content.encode()).hexdigest()


def reattach_settlements(notices: Collection[Notice]) -> list[Notice]:
    """Attach notices to the settlements that hold for them, without saving. Returns those that changed."""
    if not notices:
        return []
    found = NoticeSettlement.objects.active().filter(source__in={one.source_id for one in notices})
    settlements = {(one.source_id, one.key): one.pk for one in found}
    of_settled = {source for source, _ in settlements}
    mine = [one for one in notices if one.source_id in of_settled]
    readings = _readings(mine)
    wanted = {id(one): settlements.get((one.source_id, key_of(one, readings))) for one in mine}
    changed = [one for one in notices if one.settlement_id != wanted.get(id(one))]
    for notice in changed:
        notice.settlement_id = wanted.get(id(notice))
    return changed


def reattach_stored(source_id: int) -> bool:
    """Attach the notices of a file after a reading. Returns whether any changed."""
    changed = reattach_settlements(list(Notice.objects.filter(source=source_id)))
    if changed:
        Notice.objects.bulk_update(changed, ["settlement"])
        renew()
    return bool(changed)


def _readings(notices: Iterable[Notice]) -> Readings:
    anchors: dict[int, set[str]] = defaultdict(set)
    for notice in notices:
        if notice.report_id and notice.anchor:
            anchors[notice.report_id].add(notice.anchor)
    found: dict[tuple[int, str], Any] = {}
    models: tuple[Any, ...] = (*extracted_models(), InspectionStatement) if anchors else ()
    for model in models:
        rows = model.objects.filter(report__in=list(anchors), anchor__in=set().union(*anchors.values()))
        for report, anchor, read in rows.values_list("report", "anchor", "read"):
            # In which section a record stands is not what it says.
            found[report, anchor] = {name: value for name, value in read.items() if name != "section"}
    return found
