"""Everything that is public as whole files: CSV, Parquet and SQLite, described as a data package (Frictionless).

The tables are the data sets of the site with the columns of their exports; nothing is declared a second time.
``publishing`` writes a set of files from one moment of the knowledge base and puts it in place of the one before,
``published`` says which set there is, and ``views`` serve it.
"""
