"""Benchmarks: an invented knowledge base of any size, the time its pages take, and the speed of reading documents."""
