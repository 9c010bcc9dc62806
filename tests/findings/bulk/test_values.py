"""Values have the type of their column, and nothing is None."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from findings.bulk.values import field_of, typed
from findings.exports.columns import Datatype, ExportColumn, of


def column(datatype: Datatype, *, required: bool = False) -> ExportColumn:
    return ExportColumn("some_name", "What it is", of("some_name"), datatype, required)


@pytest.mark.parametrize(
    ("datatype", "value", "stored"),
    [
        (Datatype.TEXT, "1.10", "1.10"),
        (Datatype.TEXT, "", None),
        (Datatype.TEXT, None, None),
        (Datatype.NUMBER, 0, 0),
        (Datatype.DECIMAL, Decimal("12.50"), 12.5),
        (Datatype.TRUTH, False, False),
        (Datatype.TRUTH, None, None),
        (Datatype.DAY, date(2026, 11, 27), date(2026, 11, 27)),
        (Datatype.MOMENT, datetime(2026, 11, 27, tzinfo=UTC), datetime(2026, 11, 27, tzinfo=UTC)),
        (Datatype.WORDS, ("a", "b"), ["a", "b"]),
        (Datatype.WORDS, (), None),
        (Datatype.PARTIAL_DATE, "2013-01", "2013-01"),
        (Datatype.ADDRESS, "http://testserver/", "http://testserver/"),
    ],
)
def test_a_value_has_the_type_of_its_column(datatype, value, stored):
    found = typed(column(datatype), value)
    assert (found, type(found)) == (stored, type(stored))


def test_a_value_of_another_type_is_refused():
    with pytest.raises(ValueError, match="many"):
        typed(column(Datatype.NUMBER), "many")


def test_a_field_says_type_meaning_and_whether_it_may_be_empty():
    form = r"^\d{4}(-\d{2}(-\d{2})?)?$"
    described = field_of(column(Datatype.PARTIAL_DATE, required=True))
    assert described["title"] == "Some name"
    assert described["description"] == "What it is"
    assert described["constraints"] == {"pattern": form, "required": True}
    assert field_of(column(Datatype.PARTIAL_DATE))["constraints"] == {"pattern": form}
    assert "constraints" not in field_of(column(Datatype.TRUTH))
