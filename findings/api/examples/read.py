"""Read every recommendation of a year from the API, portion by portion, with Python alone."""

import json
import sys
from collections.abc import Iterator
from urllib.parse import urlencode
from urllib.request import urlopen


def records(site: str, data_set: str, **asked: str) -> Iterator[dict[str, object]]:
    """Yield the records of a data set under filters."""
    address = f"{site}/api/v1/{data_set}/?{urlencode(asked)}"
    while address:
        with urlopen(address) as answer:
            portion = json.load(answer)
        yield from portion["records"]
        address = portion["next"]


if __name__ == "__main__":
    site, year = sys.argv[1:]
    for record in records(site, "recommendations", year=year, fields="la_name,text"):
        print(record["la_name"], record["text"], sep="\t")
