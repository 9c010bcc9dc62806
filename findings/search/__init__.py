"""Search over findings, recommendations, actions and judgements, with the same results on SQLite and on PostgreSQL.

``words`` finds and stems words; ``recognising`` finds ``names`` of filters in what people type, ``language`` parses the
rest into an expression (``expressions``), to which ``synonyms`` adds other terms for the same; ``terms`` turns texts
and expressions into tokens; ``databases`` are the indexes that hold these; ``entries`` keeps them up to date, with the
``grades`` under which records stand; ``relevance`` orders what is found; ``filters`` narrow it, of which ``since`` and
``reports`` are two kinds; ``find`` answers queries, ``listed`` those of lists; ``spelling`` offers other words;
``records`` and ``extracts`` show the results.
"""
