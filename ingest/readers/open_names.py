"""The name spaces of OpenDocument, as lxml writes them in front of names."""

_ROOT = "{urn:oasis:names:tc:opendocument:xmlns:"
TEXT = f"{_ROOT}text:1.0}}"
TABLE = f"{_ROOT}table:1.0}}"
STYLE = f"{_ROOT}style:1.0}}"
OFFICE = f"{_ROOT}office:1.0}}"
DRAW = f"{_ROOT}drawing:1.0}}"
SVG = f"{_ROOT}svg-compatible:1.0}}"
