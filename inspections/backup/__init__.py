"""Backups: the rows of the database and the stored documents in one file that every supported database restores.

A backup is a ZIP archive: ``rows/<app>.<model>.jsonl`` with one row a line, ``sources/`` with the documents, and at its
end ``manifest.json`` with the state of the migrations, the number of rows of each model and the sha256 of every member.
What can be made again is not in it: the search index, kept pages and page images. Sessions and failed log-ins are left
out too.
"""
