"""The editors' desk: a page of a document beside the records that were read from it, to be corrected in place.

``leaves`` divides a document into what is shown at a time, ``records`` has the records and notices there, ``picture``
the page with its boxes or the lines, ``addresses`` the address of each place, and ``views`` puts them together with the
forms of the editors' admin. What may be written, and how, is decided by those forms alone; ``confirming`` says with one
press that a record is right as it is.

``stops`` knows the places that wait for a person, ``walk`` leads from one to the next, ``assigning`` says who looks at
which, and ``walking`` has their pages. ``asking`` is the frame of the forms that change whole records (``changes``),
decide what waits (``decisions``) and enter reports of files that could not be read (``entering``).
"""
