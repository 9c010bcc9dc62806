"""Data to download: the rows of a list under the same filters and in the same order, as CSV, CSV for Excel, JSON and Atom.

Columns are declared once, as data, one module a data set (``judgements``, ``recommendations``, ...), with stable names in the style of the
DfE's and the ONS's open data: what a row is about comes first, what it says second, where it was read last. The formats (``csv``,
``json``, ``atom``), the description as CSV on the Web (``csvw``), the page about data and the columns that people choose are all made
from them.
"""
