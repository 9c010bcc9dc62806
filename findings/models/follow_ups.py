"""What later reports say of the matters of recommendations: suggested by rules, or decided by people."""

from __future__ import annotations

from typing import Self

from django.db import models
from django.db.models import Q

from findings.models.recommendations import Recommendation
from inspections.models import Authority, Report
from inspections.models.visibility import is_published
from inspections.models.withdrawable import Withdrawable
from inspections.vocabulary import FollowStatus, FollowVerdict, RecordKind


class FollowedMatterQuerySet(models.QuerySet["FollowedMatter"]):
    """Questions about what later reports say."""

    def published(self) -> Self:
        """Those of which both reports are public and the recommendation is live."""
        # The few that are not are looked up; joins would look at both reports and the recommendation of every row, and
        # one condition for both reasons at every recommendation.
        hidden = Report.objects.exclude(is_published()).values("pk")
        retired = Recommendation.objects.filter(retired_at__isnull=False).values("pk")
        kept_back = Recommendation.objects.filter(report__in=hidden).values("pk")
        return self.exclude(later__in=hidden).exclude(recommendation__in=retired).exclude(recommendation__in=kept_back)

    def published_by_later_report(self) -> dict[int, int]:
        """Return the number of published rows by the key of the later report: all of them, less the few others.

        Counting all reads an index and nothing else, where looking at the recommendation of each takes four times as
        long.
        """
        hidden = Report.objects.not_published_keys()
        others = Recommendation.objects.not_published(hidden).order_by().values("pk")
        less = self._by_later_report(self.filter(recommendation__in=others))
        numbers = self._by_later_report(self.all())
        left = {later: number - less.get(later, 0) for later, number in numbers.items() if later not in set(hidden)}
        return {later: number for later, number in left.items() if number}

    @staticmethod
    def _by_later_report(rows: models.QuerySet[FollowedMatter]) -> dict[int, int]:
        return dict(rows.order_by().values_list("later").annotate(number=models.Count("pk")))


class FollowedMatter(models.Model):
    """What one later report says of the matter of a recommendation.

    ``findings.interpretation.follow_update`` keeps these rows up to date. ``because`` is the reason of a suggestion in
    words; ``by_person`` tells that a person set the status. ``authority`` and ``year`` are those of the later report,
    kept here so that lists filter and order by one index. ``digest`` is made of all that the row follows from.
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="followed")
    later = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="followed_matters", db_index=False)
    authority = models.ForeignKey(Authority, on_delete=models.CASCADE, null=True, related_name="+")
    year = models.PositiveSmallIntegerField(null=True)
    status = models.CharField(max_length=14, choices=FollowStatus.choices())
    because = models.CharField(max_length=300, blank=True)
    by_person = models.BooleanField(default=False)
    digest = models.CharField(max_length=32)

    objects = FollowedMatterQuerySet.as_manager()

    class Meta:
        ordering = ("recommendation", "later")
        constraints = [
            models.UniqueConstraint(fields=("recommendation", "later"), name="matter_followed_once_a_report")
        ]
        indexes = [
            models.Index(fields=("status", "year"), name="followed_by_status"),
            models.Index(fields=("authority", "status", "year"), name="followed_by_authority"),
            # All that the list counts by.
            models.Index(fields=("later", "recommendation"), name="followed_by_later"),
        ]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.status}"

    def get_absolute_url(self) -> str:
        """Return its permanent address: its place on the page of the recommendation."""
        return f"{self.recommendation.get_absolute_url()}#later-{self.later.slug}"


class FollowedRecord(models.Model):
    """A record of the later report about the matter, by kind and anchor. ``score`` is the chance that it is, 0 to 1.

    ``by_person`` tells that a person confirmed or added it; else it is a suggestion, and ``because`` is the reason.
    """

    matter = models.ForeignKey(FollowedMatter, on_delete=models.CASCADE, related_name="records")
    kind = models.CharField(max_length=14, choices=RecordKind.choices())
    anchor = models.CharField(max_length=120)
    rank = models.PositiveSmallIntegerField()
    score = models.FloatField()
    because = models.CharField(max_length=300, blank=True)
    by_person = models.BooleanField(default=False)

    class Meta:
        ordering = ("matter", "rank")
        constraints = [models.UniqueConstraint(fields=("matter", "kind", "anchor"), name="record_linked_once_a_matter")]

    def __str__(self) -> str:
        return f"{self.matter}: {self.anchor}"


class FollowDecisionQuerySet(models.QuerySet["FollowDecision"]):
    """Questions about decisions."""

    def active(self) -> Self:
        """Those that have not been withdrawn."""
        return self.filter(withdrawn_at__isnull=True)


class FollowDecision(Withdrawable):
    """What a person decided of a recommendation in a later report: whether a record is about the matter, or the status.

    Both are named by report and anchor, so that a decision outlives readings and suggestions. ``kind`` and ``record``
    are "" where ``verdict`` is a status.
    """

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="follow_decisions")
    anchor = models.CharField(max_length=120)
    later = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=14, choices=RecordKind.choices(), blank=True)
    record = models.CharField(max_length=120, blank=True)
    verdict = models.CharField(max_length=14, choices=[*FollowVerdict.choices(), *FollowStatus.choices()])
    before = models.CharField(max_length=14, blank=True, help_text="What was shown when the person decided.")

    objects = FollowDecisionQuerySet.as_manager()

    class Meta:
        ordering = ("-made_at", "-pk")
        constraints = [
            models.UniqueConstraint(
                fields=("report", "anchor", "later", "kind", "record"),
                condition=Q(withdrawn_at__isnull=True),
                name="one_active_follow_decision",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="follow_decision_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.anchor}: {self.verdict}"


class AskedMatter(models.Model):
    """A matter that a recommendation is about, by the code of its concept: what recurring issues are counted by."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="asked_matters")
    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="asked_matters")
    concept = models.CharField(max_length=40)

    class Meta:
        ordering = ("report", "recommendation", "concept")
        constraints = [models.UniqueConstraint(fields=("recommendation", "concept"), name="matter_asked_once")]
        indexes = [models.Index(fields=("concept", "report"), name="asked_by_concept")]

    def __str__(self) -> str:
        return f"{self.recommendation}: {self.concept}"
