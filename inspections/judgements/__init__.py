"""Judgements side by side: latest judgements, the matrix, timelines, the tile map, statistical neighbours."""
