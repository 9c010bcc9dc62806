"""Documents that come in through the browser: received, read by a worker, looked at, and then published or discarded.

The way of a document: ``receiving`` stores its bytes and refuses what is no document, ``worker`` takes it up,
``reading`` unpacks or reads it, ``previews`` tells what loading it would change, ``deciding`` loads it when a person
says so. ``pages`` and ``urls`` are the pages for it in the editors' admin.
"""
