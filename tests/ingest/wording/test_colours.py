import pytest

from ingest.wording.colours import colour_name


@pytest.mark.parametrize(
    ("rgb", "name"),
    [
        ("FF0000", "Red"), ("C00000", "Red"), ("FFC000", "Amber"), ("ED7D31", "Amber"), ("FFA500", "Amber"),
        ("FFFF00", "Yellow"), ("92D050", "Green"), ("00B050", "Green"), ("70AD47", "Green"), ("0070C0", "Blue"),
        ("00B0F0", "Blue"), ("7030A0", ""), ("FFF2CC", ""), ("D9D9D9", ""), ("000000", ""), ("theme 5", ""), ("", ""),
    ],
)  # fmt: skip
def test_the_names_of_colours(rgb: str, name: str) -> None:
    assert colour_name(rgb) == name
