"""Data to download: the rows of a list with the same filters and order, as CSV, Excel, JSON and Atom.

Columns are declared once, as data, in one module for each data set (``judgements``, ``recommendations``, …). Their
names are stable and follow the open data of the DfE and the ONS: what a row is about comes first, its content second,
its source last. The formats (``csv``, ``json``, ``atom``), the description as CSV on the Web (``csvw``), the page about
the data and the choice of columns all use these declarations.
"""
