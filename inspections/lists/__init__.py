"""List pages: their filters, the counts beside the choices of a filter, and paging.

``filters`` are the kinds of filter, ``filterset`` is what every set of them shares, ``filtersets`` are those of
judgements, inspections and authorities; ``facet_counts`` counts rows by choices, ``grouping`` finds pages by the
reports or inspections that rows belong to, ``lookups`` finds rows by thousands of keys, ``views`` are the pages.
"""
