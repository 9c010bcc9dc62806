"""The API under ``/api/v1/``: every data set of the site for programs, under the filters and columns of its page.

It only reads, and declares neither columns nor filters: both are those of ``findings.views.datasets``. An address is
taken apart by ``parameters``, answered by ``views``, described by ``schema``, and told in words by ``documentation``.
"""
