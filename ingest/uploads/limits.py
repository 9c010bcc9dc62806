"""How much may be sent in at once, and the sentences that refuse more. Sizes are in bytes."""

from django.template.defaultfilters import filesizeformat

from ingest import containers

MAX_FILES = 100
MAX_FILE = containers.MAX_MEMBER
MAX_TOTAL = 600 << 20
MAX_DOCUMENTS = containers.MAX_MEMBERS
MAX_UNPACKED = containers.MAX_TOTAL
"""Documents that one upload may hold, those from archives included, and their size."""

NO_FILE = "Choose at least one file."
EMPTY = "The file is empty. See whether it was copied or downloaded completely."
TOO_MANY = f"Nothing was taken: these are more than {MAX_FILES} files. Send them in parts, or as a zip archive."
TOO_MUCH = (
    f"Nothing was taken: together the files are larger than {filesizeformat(MAX_TOTAL)}. Send them in parts, or ask "
    "the people who run this site to load them from a folder."
)
TOO_LARGE = (
    f"The file is larger than {filesizeformat(MAX_FILE)}. Ask the people who run this site to load it from a folder."
)
TOO_MANY_PACKED = (
    f"The upload holds more than {MAX_DOCUMENTS} documents, or more than {filesizeformat(MAX_UNPACKED)} unpacked; "
    "this one and those behind it were left out. Send them in another upload."
)
BROKEN_REQUEST = "Nothing was taken: the files did not arrive completely. Send them again."
