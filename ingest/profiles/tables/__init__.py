"""Tables of outcomes: the results of many inspections of many authorities, one inspection a row."""
