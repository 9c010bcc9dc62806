"""The columns of analyses: the numbers of a page under ``/analysis/`` as files, one module for each kind of page."""
