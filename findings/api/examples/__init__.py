"""Programs that read the API, as its page shows them."""
