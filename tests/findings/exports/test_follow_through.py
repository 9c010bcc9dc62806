from types import SimpleNamespace

from findings.exports.follow_through import FOLLOW_THROUGH_COLUMNS


def test_a_row_names_the_later_records_and_who_decided():
    links = [SimpleNamespace(anchor="para-2"), SimpleNamespace(anchor="rec-1")]
    row = SimpleNamespace(by_person=True, records=SimpleNamespace(all=lambda: links))
    columns = {column.name: column for column in FOLLOW_THROUGH_COLUMNS}
    assert columns["later_records"].value(row, "") == ("para-2", "rec-1")
    assert columns["status_source"].value(row, "") == "decided"
