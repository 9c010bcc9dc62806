"""Search over findings, recommendations, actions and judgements, with the same results on SQLite and on PostgreSQL.

``words`` finds and stems words; ``language`` parses what people type into an expression (``expressions``), to which
``synonyms`` adds other terms for the same; ``terms`` turns texts and expressions into tokens; ``databases`` are the
indexes that hold these; ``entries`` keeps them up to date, with the ``grades`` under which records stand; ``relevance``
orders what is found; ``find`` answers queries, ``listed`` those of lists; ``spelling`` offers other words; ``records``
and ``extracts`` show the results.
"""
