"""The history of a record: what was read, by which version and from which file, what people did, and when.

``events`` tells it in order, ``past_values`` gives what the record said on any day, and ``words`` writes values.
"""
