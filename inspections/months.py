"""The months by the names that documents print and pages show. No Django.

``calendar.month_name`` has them too, but in the language of the machine.
"""

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
