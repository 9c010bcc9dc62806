"""The kinds of report that can be read: one profile a file, and the explicit tuple that the pipeline asks."""

from ingest.profiles.cqc.review import CqcReview
from ingest.profiles.graded.child_protection import PROTECTION
from ingest.profiles.graded.ilacs import Ilacs
from ingest.profiles.graded.lac import LOOKED_AFTER
from ingest.profiles.graded.lscb_review import LscbReview
from ingest.profiles.graded.sif import Sif
from ingest.profiles.graded.slac import Slac
from ingest.profiles.jar.progress import JarProgress
from ingest.profiles.jar.review import Jar
from ingest.profiles.letters.apa import APA_LETTER
from ingest.profiles.letters.focused_visit import FOCUSED_VISIT
from ingest.profiles.letters.jtai import JTAI
from ingest.profiles.letters.monitoring_visit import MONITORING_VISIT
from ingest.profiles.letters.ucra import UCRA
from ingest.profiles.papers.agenda import Agenda
from ingest.profiles.papers.cabinet import Cabinet
from ingest.profiles.papers.commissioner import Commissioner
from ingest.profiles.papers.direction import Direction
from ingest.profiles.papers.improvement_notice import ImprovementNotice
from ingest.profiles.plans.plan import Plan
from ingest.profiles.protocol import Part, Profile
from ingest.profiles.send.report import Send
from ingest.profiles.tables.outcomes import Outcomes

PROFILES: tuple[Profile, ...] = (
    Jar(),
    JarProgress(),
    Sif(),
    LscbReview(),
    LOOKED_AFTER,
    PROTECTION,
    Slac(),
    Ilacs(),
    FOCUSED_VISIT,
    MONITORING_VISIT,
    JTAI,
    UCRA,
    APA_LETTER,
    CqcReview(),
    Send(),
    Agenda(),
    Cabinet(),
    Commissioner(),
    Direction(),
    ImprovementNotice(),
    Plan(),
    Outcomes(),
)

__all__ = ["PROFILES", "Part", "Profile"]
