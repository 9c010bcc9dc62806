"""Cross references: resolving them, showing them as links, and what follows from them."""
