"""Questions of people who know the field, over a small made-up knowledge base: what each brings up, in order."""

from typing import Any

import pytest
from django.http import QueryDict

from findings.models import Finding, Recommendation, SearchEntry
from findings.search.entries import index_changed
from findings.search.filters import SearchFilterSet
from findings.search.spelling import respelt, spellings
from inspections.models import Report
from tests import builders
from tests.kept import kept

pytestmark = pytest.mark.django_db


def tell() -> None:
    """Four reports of 2015 to 2023 on three authorities of two regions."""
    medway, kent, reading, camden = (
        builders.authority(name, is_sample=False) for name in ("Medway", "Kent", "Reading", "Camden")
    )
    sif = builders.report(of=builders.inspection(authority=medway))
    help_, care = builders.domain("help-and-protection"), builders.domain("children-in-care-and-care-leavers")
    builders.judgement(sif, "help-and-protection", "inadequate")
    builders.finding(sif, "m1", text="Supervision of social workers is irregular.", domain=help_)
    builders.finding(sif, "m2", text="Looked after children wait too long for life story work.", domain=care)
    builders.finding(sif, "m3", text="The LADO answers quickly, and children’s wishes are heard.")
    builders.recommendation(sif, "m4", text="Make sure that supervision is regular.", domain=help_)

    ilacs = builders.report("ilacs", of=builders.inspection("ilacs", authority=kent, started="2022-05-09"))
    Report.objects.filter(pk=ilacs.pk).update(published="2022-06-20", year=2022)
    builders.judgement(ilacs, "children-in-care", "outstanding")
    in_care = builders.domain("children-in-care")
    builders.finding(ilacs, "k1", text="Children in care have health passports.", domain=in_care)
    builders.finding(ilacs, "k2", text="Managers' oversight is strong and supervision reflective.")
    builders.finding(ilacs, "k3", text="EHC plans are late. Section 47 enquiries are timely.")
    builders.finding(ilacs, "k4", text="Lifestory books are made with care.", domain=in_care)

    visit = builders.report("focused-visit", of=builders.inspection("focused-visit", authority=camden, started="2023"))
    Report.objects.filter(pk=visit.pk).update(published="2023-03-01", year=2023)
    builders.finding(visit, "c1", text="The well-being of UASC is promoted in a cafe\u0301.")
    builders.finding(visit, "c2", text="Reading improves, and caseloads are manageable.")

    other = builders.report("ilacs", of=builders.inspection("ilacs", authority=reading, started="2019-09-02"))
    Report.objects.filter(pk=other.pk).update(published="2019-10-14", year=2019)
    builders.finding(other, "r1", text="Drift in planning was seen, and wellbeing suffered.")
    index_changed([], Report.objects.all())


@pytest.fixture(scope="class")
def base(django_db_setup, django_db_blocker):
    with kept(django_db_blocker, tell) as told:
        yield told


def brought_up(filterset: SearchFilterSet) -> str:
    """The numbers of the records found, in order; judgements are "j"."""
    search = filterset.search
    entries = SearchEntry.objects.in_bulk(search[:50] if search else [])
    models: dict[str, Any] = {"finding": Finding, "recommendation": Recommendation}
    rows = [entries[place] for place in (search[:50] if search else [])]
    return " ".join(models[row.kind].objects.get(pk=row.record).ref if row.kind in models else "j" for row in rows)


class TestQuality:
    @pytest.mark.parametrize(
        ("typed", "records"),
        [
            ("Medway supervision 2015", "m1 m4"),
            ("supervision in Medway", "m1 m4"),
            ("recommendations about supervision", "m4"),
            ("supervision", "k2 m1 m4"),
            ("supervision since 2021", "k2"),
            ("supervision South East", "k2 m1 m4"),
            ("supervision London", ""),
            ("LAC", "j k1 m2"),
            ("children in care", "j k1 m2"),
            ("children looked after", "m2 j k1"),
            ('"looked after children"', "m2"),
            ("life-story work", "m2"),
            ("life story", "m2 k4"),
            ("lifestory since 2021", "k4"),
            ("local authority designated officer", "m3"),
            ("LADO Medway", "m3"),
            ("children's wishes", "m3"),
            ("childrenʼs wishes", "m3"),
            ("managers’ oversight", "k2"),
            ("EHCP", "k3"),
            ("s47 enquiries", "k3"),
            ("wellbeing", "r1 c1"),
            ("well-being", "c1 r1"),
            ("unaccompanied asylum-seeking children", "c1"),
            ("café", "c1"),
            ("focused visits caseloads", "c2"),
            ("health passports judged outstanding", "k1"),
            ("reading", "c2"),
            ("Reading council", "r1"),
            ("ILACS 2019", "r1"),
            ("drift OR caseloads", "c2 r1"),
            ("planning -the", "k3 r1"),
            ("superv* Kent", "k2"),
        ],
    )
    def test_a_question_brings_up(self, base, typed, records):
        assert brought_up(SearchFilterSet(QueryDict(f"q={typed}"))) == records

    @pytest.mark.parametrize(
        ("typed", "records"),
        [
            ("Medway supervision 2015", ""),
            ("LAC", ""),
            ("wellbeing", "r1"),
        ],
    )
    def test_the_same_words_as_they_stand_bring_up(self, base, typed, records):
        assert brought_up(SearchFilterSet(QueryDict(f"q={typed}&literally=yes"))) == records

    @pytest.mark.parametrize(
        ("query", "records"),
        [
            ("q=supervision&grade=inadequate", "m1 m4"),
            ("q=supervision&region=London", ""),
            ("q=2015+supervision&year=2022", "k2"),
            ("q=Medway+supervision&authority=kent", "k2"),
            ("region=London", "c1 c2"),
            ("report_kind=focused-visit", "c1 c2"),
            ("grade=outstanding", "j k1 k4"),
        ],
    )
    def test_filters_bring_up(self, base, query, records):
        assert brought_up(SearchFilterSet(QueryDict(query))) == records

    @pytest.mark.parametrize(
        ("typed", "meant"),
        [
            ("supervison", "supervision"),
            ("Medway supervisoin 2015", "Medway supervision 2015"),
            ("caselods", "caseloads"),
            ("supervision", "supervision"),
        ],
    )
    def test_a_misspelling_brings_up_the_word(self, base, typed, meant):
        filterset = SearchFilterSet(QueryDict(f"q={typed}"))
        expression = filterset.understood.expression
        assert expression is not None
        assert respelt(typed, spellings(expression, 0)) == meant
