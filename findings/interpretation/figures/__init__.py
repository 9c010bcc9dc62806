"""The quantities that a finding states about the authority: value, unit, what is counted, and as at when."""

from findings.interpretation.figures.reading import FigureReading, figures_of

__all__ = ["VERSION", "FigureReading", "figures_of"]

VERSION = 3
"""Raise it when figures are read differently: then ``manage.py reindex`` reads them anew."""
