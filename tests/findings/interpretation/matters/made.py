"""A later report, made up for the tests of matters."""

from findings.interpretation.matters import MatterRecord, ReportMatters

GOOD = "Supervision is now regular and highly effective, and managers guide staff well through thoughtful reflection."
BAD = (
    "Return home interviews are too often late, weak and poorly recorded, and risks to missing children are overlooked."
)
HOMES = "Foster carers receive strong support and most children live in stable homes."
PATHWAYS = "Pathway plans are written with care leavers and reviewed on time."
RECORDS = (
    MatterRecord("para-1", GOOD, "The impact of leaders"),
    MatterRecord("para-2", BAD, "Children who need help and protection"),
    MatterRecord("para-3", HOMES, "Children in care"),
    MatterRecord("para-4", PATHWAYS, "Care leavers"),
    MatterRecord("rec-1", "The timeliness of return home interviews.", is_recommendation=True),
)


def later(kind="ilacs", records=RECORDS):
    return ReportMatters.of(kind, records)


def recommended(text, **more):
    return MatterRecord("rec-9", text, is_recommendation=True, **more)
