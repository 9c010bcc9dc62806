"""Search: over what inspectors, commissioners and councils said, in an index of our own words on either database.

``words`` finds and stems words; ``language`` understands what people type; ``terms`` says what the index holds and how it is asked;
``databases`` are the two that it runs on; ``entries`` keeps it right; ``relevance`` orders what is found; ``find`` answers; ``extracts`` shows
where the words stand.
"""
