"""The kinds of report that can be read: one profile a file, and the explicit tuple that the pipeline asks."""

from ingest.profiles.agenda import Agenda
from ingest.profiles.cabinet import Cabinet
from ingest.profiles.commissioner import Commissioner
from ingest.profiles.direction import Direction
from ingest.profiles.focused_visit import FOCUSED_VISIT
from ingest.profiles.ilacs import Ilacs
from ingest.profiles.jar import Jar
from ingest.profiles.jar_progress import JarProgress
from ingest.profiles.jtai import JTAI
from ingest.profiles.lac import Lac
from ingest.profiles.lscb_review import LscbReview
from ingest.profiles.monitoring_visit import MONITORING_VISIT
from ingest.profiles.plan import Plan
from ingest.profiles.protocol import Part, Profile
from ingest.profiles.send import Send
from ingest.profiles.sif import Sif

PROFILES: tuple[Profile, ...] = (
    Jar(),
    JarProgress(),
    Sif(),
    LscbReview(),
    Lac(),
    Ilacs(),
    FOCUSED_VISIT,
    MONITORING_VISIT,
    JTAI,
    Send(),
    Agenda(),
    Cabinet(),
    Commissioner(),
    Direction(),
    Plan(),
)

__all__ = ["PROFILES", "Part", "Profile"]
