"""The editors' desk: a page of a document beside the records that were read from it, to be corrected in place.

``leaves`` divides a document into what is shown at a time, ``records`` has the records and notices there, ``picture``
the page with its boxes or the lines, ``addresses`` the address of each place, and ``views`` puts them together with the
forms of the editors' admin. What may be written, and how, is decided by those forms alone.
"""
