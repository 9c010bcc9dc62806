"""How records are interpreted: their themes, polarity, figures and matters, as a careful reader would take them."""
