"""Search over findings, recommendations, actions and judgements, with the same results on SQLite and on PostgreSQL.

``words`` finds and stems words; ``language`` parses what people type into an expression (``expressions``); ``terms``
turns texts and expressions into tokens; ``databases`` are the indexes that hold these; ``entries`` keeps them up to
date; ``relevance`` orders what is found; ``find`` answers queries; ``records`` and ``extracts`` show the results.
"""
