"""Colours by which plans rate actions: their names, from red, green and blue."""

from colorsys import rgb_to_hsv

NAMED = ((15, "Red"), (52, "Amber"), (68, "Yellow"), (170, "Green"), (260, "Blue"), (330, ""), (360, "Red"))
"""Degrees of hue up to which a colour has a name, counted from red."""

LEAST_SATURATION, LEAST_VALUE = 0.35, 0.35
"""Parts of 1; what is paler or darker is a tint or shade that rates nothing for certain."""


def colour_name(rgb: str) -> str:
    """The name of a colour of six hexadecimal figures; "" for one that rates nothing for certain, or is no colour."""
    try:
        red, green, blue = (int(rgb[at : at + 2], 16) / 255 for at in (0, 2, 4))
    except ValueError:
        return ""
    hue, saturation, value = rgb_to_hsv(red, green, blue)
    if saturation < LEAST_SATURATION or value < LEAST_VALUE:
        return ""
    return next(name for end, name in NAMED if hue * 360 <= end)
