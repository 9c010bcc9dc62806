"""What the columns of an interpreted record tell: its themes, and which of them a person decided."""

from findings.models import Finding, RecordTheme, ReportTheme


def test_themes_are_codes_in_their_order():
    assert Finding(themes="supervision,caseloads").theme_codes == ("supervision", "caseloads")
    assert Finding(themes="").theme_codes == ()


def test_what_a_person_decided_is_known_by_its_column():
    assert Finding(decided="polarity").is_decided("polarity")
    assert not Finding(decided="polarity").is_decided("themes")
    assert not Finding(decided="").is_decided("themes")


def test_rows_of_the_index_say_what_they_count():
    assert str(RecordTheme(kind="finding", record=7, theme="neglect")) == "finding 7: neglect"
    assert str(ReportTheme(report_id=3, kind="finding", theme="neglect", records=2)) == "3: 2 finding neglect"
