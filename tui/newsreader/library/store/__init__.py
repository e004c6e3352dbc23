"""The library's file: its tables, one module a group of them, each with its own SQL."""
