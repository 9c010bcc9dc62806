"""Analysis of what reports say: themes of findings and recommendations, counted by report.

``reports`` loads the reports that count, ``themes`` answers for one theme, ``theme_table`` for all of them, ``records``
finds the paragraphs behind a number. Themes and polarity are suggestions until a person decides them.
"""
