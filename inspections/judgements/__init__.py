"""Judgements side by side: the latest, the matrix, the timeline, the tile map, the neighbours."""
