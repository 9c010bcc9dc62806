"""Reading documents: from bytes to the rows of the knowledge base.

The way is one direction only: a reader turns bytes into blocks, the blocks are split into reports, a
profile turns one report into a draft, and only then does Django come in (resolve, load).
"""
