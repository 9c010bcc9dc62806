"""Analysis of judgements and inspections: counted by grade, day, region and framework, from few narrow rows.

``bands`` are grades made comparable, ``history`` loads the judgements of a domain, ``days`` says from when one counts.
Each other module answers one question with frozen data; ``charts`` has the pictures, ``filters`` what can be asked for.
"""
