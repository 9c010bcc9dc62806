"""The legend of a scale, compared with the scale of its framework."""

import pytest

from ingest.readers.text import read
from ingest.structure.legends import check_legend


@pytest.mark.parametrize(
    ("legend", "framework", "doubted"),
    [
        ("4: outstanding/excellent; 3: good; 2: adequate; 1: inadequate", "apa", 0),
        ("4: excellent; 3: good", "jar", 0),
        ("1 = outstanding, 2 = good, 3 = adequate, 4 = inadequate", "jar", 4),
        ("1: outstanding; 2: good", "slac", 0),
        ("Page 3: good practice", "apa", 0),
        ("4: visits", "apa", 0),
    ],
)
def test_a_number_that_the_legend_explains_otherwise_is_named(legend, framework, doubted):
    notices = list(check_legend(read(legend.encode()).blocks, framework))
    assert [notice.code for notice in notices] == ["grade-scale"] * doubted
