"""Profile of area SEND inspections."""
