"""Fetching documents from the web: which sources, politely, with limits, and each file with where it came from.

The way of a document: ``sources`` are declared as data; ``addresses`` tells what each of them asks and keeps it in the
database; ``client`` asks one address, within what ``hosts``, ``robots``, ``pace`` and ``network`` allow; ``download``
takes the answer into a file and ``asking`` tries again where that helps; ``links`` finds documents on pages;
``recording`` writes down what was fetched; ``incoming`` reads it into the knowledge base, as the command ``ingest``
does. ``run`` does all of this for a source. The guide is ``README.md`` beside this file.
"""
