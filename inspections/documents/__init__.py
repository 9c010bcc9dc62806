"""Stored documents: who may see what, licences, text and page images, and the limits of processes that open files."""
