"""Pages under ``/analysis/``: each answers one question, with a picture, a table, files, and what is behind a number.

``analysis`` says what a page is made of, ``analyses`` declares all of them, ``pages`` are the views.
"""
