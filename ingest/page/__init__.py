"""The layout of a page: words become lines, lines and ruled grids become blocks. Only readers import from here."""
